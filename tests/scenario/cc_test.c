/* SPDX-License-Identifier: MIT */
/* `dxghost cc`: source that Windows would compile becomes an image that dxghost runs. */
#include "tests/lib/test.h"
#include "tests/lib/work_folder.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void write_file(const char *name, const char *text)
{
    char path[256];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/%s", work_folder, name);
    stream = fopen(path, "w");
    assert_non_null(stream);
    (void)fputs(text, stream);
    (void)fclose(stream);
}

static void expect(int code, const char *words, const char *said)
{
    char command[8192];

    (void)snprintf(command, sizeof(command), "%s %s", DXGH_TEST_PROGRAM, words);
    work_folder_expect(code, command, said);
}

/* The reference driver, compiled by cc in each mode, draws. */
static void reference_driver_compiles_and_runs(const char *mode)
{
    char words[4096];

    (void)snprintf(words, sizeof(words),
                   "cc -O0 --mode %s -o driver.so -I%s/devices/softgpu %s/drivers/softgpu/*.c",
                   mode, DXGH_TEST_SOURCE, DXGH_TEST_SOURCE);
    expect(0, words, NULL);
    expect(0, "run --driver driver.so --device softgpu --scene colorfill --mode 640x480", "pass");
}

static void windows_mode_image_runs(void **state)
{
    (void)state;
    reference_driver_compiles_and_runs("windows");
}

static void native_mode_image_runs(void **state)
{
    (void)state;
    reference_driver_compiles_and_runs("native");
}

/* Another case, backslashes, a WPP header that only Windows' build makes, headers behind headers.
 */
static void includes_windows_would_find_are_found(void **state)
{
    char path[256];

    (void)state;
    (void)snprintf(path, sizeof(path), "%s/Sub", work_folder);
    assert_int_equal(mkdir(path, 0700), 0);
    write_file("Sub/Inner.h", "#define INNER 3\n");
    write_file("Sub/Other.h", "#include \"inner.h\"\n#define OTHER (INNER + 1)\n");
    write_file("driver.c",
               "#include <Ntddk.h>\n#include \"sub\\OTHER.h\"\n#include \"driver.tmh\"\n"
               "NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path)\n"
               "{ (void)object; (void)path; return OTHER; }\n");
    expect(0, "cc -o driver.so driver.c", NULL);
}

/* WPP: functions configured in a comment or on the command line trace, with their customisation. */
static void wpp_functions_trace(void **state)
{
    (void)state;
    write_file("trace.h",
               "#define WPP_CONTROL_GUIDS WPP_DEFINE_CONTROL_GUID(D, (1,2,3,4,5), \\\n"
               "    WPP_DEFINE_BIT(COLD) WPP_DEFINE_BIT(HOT))\n"
               "// begin_wpp config\n"
               "// FUNC Log{LEVEL=TRACE_LEVEL_ERROR, FLAGS=HOT}(MSG, ...);\n"
               "// FUNC Check{LEVEL=TRACE_LEVEL_ERROR}(EXP);\n"
               "// end_wpp\n"
               "#define WPP_LEVEL_FLAGS_POST(LEVEL, FLAGS) , (hot += WPP_BIT_##FLAGS == 2)\n"
               "#define WPP_RECORDER_LEVEL_EXP_FILTER(LEVEL, EXP) (!(EXP))\n");
    write_file("driver.c", "#include <ntddk.h>\nstatic int hot;\n#include \"trace.h\"\n"
                           "#include \"driver.tmh\"\n"
                           "NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path)\n"
                           "{ WPP_INIT_TRACING(object, path);\n"
                           "  Log(\"first %!STATUS! %wZ\", STATUS_NOT_FOUND, path);\n"
                           "  Log(L\"second %d\", hot);\n"
                           "  Check(hot == 2); Check(hot == 3);\n"
                           "  DoTraceMessage(HOT, \"third\"); Mine(7, \"fourth %d\", 4);\n"
                           "  return STATUS_UNSUCCESSFUL; }\n");
    expect(1, "cc -o driver.so driver.c", "Mine");
    expect(2, "cc --wpp 'Mine' -o driver.so driver.c", "--wpp takes Name");
    expect(0, "cc --wpp 'Mine(WHAT,MSG,...)' -o driver.so driver.c", NULL);
    expect(
        1, "run --verbose --driver driver.so --device softgpu --scene colorfill",
        "Log: first 0xC0000225 \\Registry\\Machine\\System\\CurrentControlSet\\Services\\driver\n"
        "Log: second 1\nCheck: hot == 3\nDoTraceMessage: third\nMine: fourth 4\n");
}

/* A call the kernel does not have is named, with its header when a header declares it. */
static void missing_imports_are_named(void **state)
{
    (void)state;
    write_file("driver.c", "#include <ntddk.h>\nvoid NTAPI NobodyHasThis(void);\n"
                           "NTSTATUS DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path)\n"
                           "{ (void)object; (void)path; NobodyHasThis(); return 0; }\n");
    expect(1, "cc -o driver.so driver.c", "NobodyHasThis");
    expect(2, "run --driver driver.so --device softgpu --scene colorfill", "NobodyHasThis");
}

/* C++ with constructors and virtual functions, as display drivers are. */
static void cxx_driver_compiles(void **state)
{
    (void)state;
    write_file(
        "driver.cxx",
        "extern \"C\" {\n#include <ntddk.h>\n#include <dispmprt.h>\n}\n"
        "struct base { virtual int value() = 0; };\n"
        "struct made : base { int v; made() : v(7) {} int value() override { return v; } };\n"
        "static made global;\n"
        "extern \"C\" NTSTATUS DriverEntry(PDRIVER_OBJECT, PUNICODE_STRING)\n"
        "{ base *b = &global; return b->value(); }\n");
    expect(0, "cc -o driver.so driver.cxx", NULL);
}

/* The compiler's own message comes through, and there is no image. */
static void errors_of_the_compiler_come_through(void **state)
{
    char path[256];

    (void)state;
    write_file("driver.c", "#include <ntddk.h>\nint broken(void) { return not_declared; }\n");
    expect(2, "cc -o driver.so driver.c", "not_declared");
    (void)snprintf(path, sizeof(path), "%s/driver.so", work_folder);
    assert_int_equal(access(path, F_OK), -1);
}

static void wrong_words_are_explained(void **state)
{
    (void)state;
    expect(2, "cc driver.c", "-o DRIVER.so");
    expect(2, "cc -o driver.so", "a source file");
    expect(2, "cc --mode arm -o driver.so driver.c", "windows or native");
    expect(2, "cc --frobnicate -o driver.so driver.c", "--frobnicate");
    expect(0, "cc --help", "usage: dxghost cc");
}

/* Functions without the word FUNC, whose message has parentheses of its own. */
static void wpp_messages_may_stand_in_parentheses(void **state)
{
    (void)state;
    write_file("trace.h", "#define WPP_CONTROL_GUIDS WPP_DEFINE_CONTROL_GUID(D, (1,2,3,4,5), \\\n"
                          "    WPP_DEFINE_BIT(TRACE_ALL))\n"
                          "// begin_wpp config\n"
                          "// USEPREFIX (DbgPrint, \"%!STDPREFIX! %!FUNC!\");\n"
                          "// DbgPrint{FLAG = TRACE_ALL}(LEVEL, (MSG, ...));\n"
                          "// end_wpp\n");
    write_file("driver.c",
               "#include <ntddk.h>\n#include \"trace.h\"\n#include \"driver.tmh\"\n"
               "NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT object, PUNICODE_STRING path)\n"
               "{ WPP_INIT_TRACING(object, path);\n"
               "  DbgPrint(4, (\"first %d\", 1)); DbgPrint(5, (\"second\"));\n"
               "  return STATUS_UNSUCCESSFUL; }\n");
    expect(0, "cc -o driver.so driver.c", NULL);
    expect(1, "run --driver driver.so --device null --scene start --out out --verbose",
           "DbgPrint: first 1");
    expect(1, "run --driver driver.so --device null --scene start --out out --verbose",
           "DbgPrint: second");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WORK_FOLDER_TEST(windows_mode_image_runs),
        WORK_FOLDER_TEST(native_mode_image_runs),
        WORK_FOLDER_TEST(includes_windows_would_find_are_found),
        WORK_FOLDER_TEST(wpp_functions_trace),
        WORK_FOLDER_TEST(wpp_messages_may_stand_in_parentheses),
        WORK_FOLDER_TEST(missing_imports_are_named),
        WORK_FOLDER_TEST(cxx_driver_compiles),
        WORK_FOLDER_TEST(errors_of_the_compiler_come_through),
        WORK_FOLDER_TEST(wrong_words_are_explained),
    };
    return cmocka_run_group_tests_name("scenario/cc", tests, NULL, NULL);
}
