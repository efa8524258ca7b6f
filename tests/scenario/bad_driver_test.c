/* SPDX-License-Identifier: MIT */
/*
 * Drivers that break before they are drivers, and that never come back, at each stage: the program
 * names the cause, answers the right exit code, and is there to say so. Each is a few lines that
 * `dxghost cc` builds.
 */
#include "base/base.h"
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <elf.h>
#include <stdio.h>
#include <stdlib.h>

static const char *in_folder(const char *name)
{
    static char path[128];

    (void)snprintf(path, sizeof(path), "%s/%s", work_folder, name);
    return path;
}

/* A driver that ends without a signal, in time, and says what is wrong. */
static void expect(int code, const char *words, const char *said)
{
    char command[2048];

    (void)snprintf(command, sizeof(command), "timeout 60 %s %s", DXGH_TEST_PROGRAM, words);
    work_folder_expect(code, command, said);
}

static void build(const char *mode, const char *source, const char *extra)
{
    char words[512];
    FILE *stream = fopen(in_folder("driver.cxx"), "w");

    assert_non_null(stream);
    (void)fprintf(stream,
                  "extern \"C\" {\n#include <ntddk.h>\n#include <dispmprt.h>\n}\n"
                  "static void spin() { for (volatile int i = 0;; i++) { } }\n%s\n",
                  source);
    (void)fclose(stream);
    (void)snprintf(words, sizeof(words), "cc --mode %s -o driver.so %s driver.cxx", mode, extra);
    expect(0, words, "");
}

#define ENTRY(body)                                                                                \
    "extern \"C\" NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT driver, PUNICODE_STRING path)\n"       \
    "{ (void)driver; (void)path; " body " }\n"
#define RUN "run --driver driver.so --device softgpu --scene start --out out"

static void both_modes(const char *source, int code, const char *said)
{
    build("windows", source, "");
    expect(code, RUN, said);
    build("native", source, "");
    expect(code, RUN, said);
}

static void constructor_that_faults(void **state)
{
    (void)state;
    both_modes("struct bad { bad() { *(volatile int *)16 = 1; } };\nstatic bad object;\n" ENTRY(
                   "return STATUS_SUCCESS;"),
               3, "The driver wrote to 0x10");
}

static void constructor_that_never_ends(void **state)
{
    (void)state;
    build("windows",
          "struct bad { bad() { spin(); } };\nstatic bad object;\n" ENTRY("return STATUS_SUCCESS;"),
          "");
    expect(3, RUN, "a constructor of a global object loops");
}

static void constructor_that_works_is_run_once(void **state)
{
    (void)state;
    both_modes("struct good { int n; good() { n++; DbgPrint(\"made %d\\n\", n); } };\n"
               "static good object;\n" ENTRY(
                   "return object.n == 1 ? STATUS_NOT_FOUND : STATUS_UNSUCCESSFUL;"),
               1, "DriverEntry returned STATUS_NOT_FOUND");
}

/* Windows runs none for a driver. */
static void destructor_that_never_ends_is_not_run(void **state)
{
    (void)state;
    both_modes("struct bad { ~bad() { spin(); } };\nstatic bad object;\n" ENTRY(
                   "return STATUS_NOT_FOUND;"),
               1, "DriverEntry returned STATUS_NOT_FOUND");
}

static void entry_that_never_ends(void **state)
{
    (void)state;
    build("windows", ENTRY("spin(); return STATUS_SUCCESS;"), "");
    expect(3, RUN, "DriverEntry loops and calls nothing");
}

/* The stages of the start, and the end: the display-only driver with a loop in one function. */
static void ddi_that_never_ends(void **state)
{
    static const struct {
        const char *function;
        const char *ddi;
        const char *scene; /* with an interrupt; NULL: any will do */
    } stages[] = {
        { "LfbAdd", "DxgkDdiAddDevice", NULL },
        { "LfbStart", "DxgkDdiStartDevice", NULL },
        { "LfbCommit", "DxgkDdiCommitVidPn", NULL },
        { "LfbPresent", "DxgkDdiPresentDisplayOnly", NULL },
        { "LfbStopAndRelease", "DxgkDdiStopDeviceAndReleasePostDisplayOwnership", NULL },
        { "LfbRemove", "DxgkDdiRemoveDevice", NULL },
        { "LfbUnload", "DxgkDdiUnload", NULL },
        { "LfbInterrupt", "DxgkDdiInterruptRoutine", "hot-plug" },
        { "LfbDpc", "DxgkDdiDpcRoutine", "hot-plug" },
    };
    char command[1024];
    char said[128];

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(stages); i++) {
        (void)snprintf(
            command, sizeof(command),
            "cd %s && cp %s/tests/drivers/foreign/lfb/* . && "
            "python3 -c \"import re, sys; s = open('entry.cxx').read(); "
            "a = re.sub(r'(APIENTRY %s\\([^{]*\\{)', r'\\1 for (volatile int i = 0;; i++) { }', "
            "s); "
            "assert a != s; open('entry.cxx', 'w').write(a)\" && %s cc -o driver.so *.cxx",
            work_folder, DXGH_TEST_SOURCE, stages[i].function, DXGH_TEST_PROGRAM);
        assert_int_equal(system(command), 0); /* NOLINT */
        (void)snprintf(said, sizeof(said), "%s loops %s", stages[i].ddi,
                       stages[i].scene != NULL ? "at IRQL " : "and calls nothing");
        (void)snprintf(command, sizeof(command),
                       "run --driver driver.so --device linearfb --scene %s --out out",
                       stages[i].scene != NULL ? stages[i].scene : "colorfill");
        expect(3, command, said);
    }
}

/* The bytes of a good image with another machine in its header. */
static void image_of_another_machine(void **state)
{
    static const struct {
        size_t offset;
        unsigned char value;
        const char *said;
    } changes[] = {
        { offsetof(Elf64_Ehdr, e_machine), EM_AARCH64, "AArch64" },
        { offsetof(Elf64_Ehdr, e_ident) + EI_CLASS, ELFCLASS32, "64 bits" },
        { offsetof(Elf64_Ehdr, e_type), ET_EXEC, "shared object" },
        { offsetof(Elf64_Ehdr, e_ident), 'M', "ELF" },
    };

    (void)state;
    for (size_t i = 0; i < DXGH_ARRAY_SIZE(changes); i++) {
        FILE *stream;

        build("windows", ENTRY("return STATUS_SUCCESS;"), "");
        stream = fopen(in_folder("driver.so"), "r+");
        assert_non_null(stream);
        assert_int_equal(fseek(stream, (long)changes[i].offset, SEEK_SET), 0);
        (void)fputc(changes[i].value, stream);
        (void)fclose(stream);
        expect(2, RUN, changes[i].said);
    }
}

static void image_without_an_entry(void **state)
{
    (void)state;
    build("windows", "extern \"C\" int NTAPI NoEntry(void) { return 0; }", "");
    expect(2, RUN, "does not export DriverEntry");
}

/* An instruction that is none of those a register access is made of, on a trapped page. */
static void access_that_cannot_be_carried_out(void **state)
{
    static const char script[] =
        "s = open('display.cxx').read()\n"
        "a = s.replace('if (mode->Id != 0xB0C5) {', "
        "'__asm__ volatile(\"lddqu (%0), %%xmm0\" :: \"r\"(m_Registers) : \"xmm0\"); "
        "if (mode->Id != 0xB0C5) {')\n"
        "assert a != s\nopen('display.cxx', 'w').write(a)\n";
    FILE *stream = fopen(in_folder("change.py"), "w");
    char command[1024];

    (void)state;
    assert_non_null(stream);
    (void)fputs(script, stream);
    (void)fclose(stream);
    (void)snprintf(command, sizeof(command),
                   "cd %s && cp %s/tests/drivers/foreign/lfb/* . && python3 change.py && "
                   "%s cc -o driver.so *.cxx",
                   work_folder, DXGH_TEST_SOURCE, DXGH_TEST_PROGRAM);
    assert_int_equal(system(command), 0); /* NOLINT: a command of our own */
    expect(3, "run --driver driver.so --device linearfb --scene start --out out", "lddqu");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(constructor_that_faults),
        WORK_FOLDER_TEST(constructor_that_never_ends),
        WORK_FOLDER_TEST(constructor_that_works_is_run_once),
        WORK_FOLDER_TEST(destructor_that_never_ends_is_not_run),
        WORK_FOLDER_TEST(entry_that_never_ends),
        WORK_FOLDER_TEST(ddi_that_never_ends),
        WORK_FOLDER_TEST(image_of_another_machine),
        WORK_FOLDER_TEST(image_without_an_entry),
        WORK_FOLDER_TEST(access_that_cannot_be_carried_out),
    };
    return cmocka_run_group_tests_name("scenario/bad_driver", tests, NULL, NULL);
}
