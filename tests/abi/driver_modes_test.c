/* SPDX-License-Identifier: MIT */
/*
 * A driver image in one mode, loaded into a host that is only as large as the image needs: data
 * model, convention, glue, guards, sections and imported variables.
 *
 *     driver_modes_test IMAGE windows|native [overflow|race]
 */
#include "tests/lib/test.h"

#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <ntddk.h>

static const char *image_path;
static bool windows_mode;
static void *image;

/* --- the host --------------------------------------------------------------------------------- */

static DXGH_SEH_FRAME *chain;
static char printed[256];
static int paged_code_checks;

static BOOLEAN debugger_enabled = 7;
PBOOLEAN KdDebuggerEnabled = &debugger_enabled;

void jump(void *buffer, int value) __asm__("siglongjmp") __attribute__((noreturn));

void NTAPI DxghSehPush(DXGH_SEH_FRAME *Frame)
{
    Frame->Previous = chain;
    chain = Frame;
}

void NTAPI DxghSehPop(DXGH_SEH_FRAME *Frame)
{
    if (chain == Frame) {
        chain = Frame->Previous;
    }
}

void NTAPI ExRaiseStatus(NTSTATUS Status)
{
    chain->Code = (unsigned int)Status;
    jump(chain->JumpBuffer, 1);
}

void NTAPI DxghAssertPagedCode(void)
{
    paged_code_checks++;
}

ULONG NTAPIV DbgPrint(PCSTR Format, ...)
{
    WDK_VA_LIST arguments;
    size_t used = strlen(printed);

    WDK_VA_START(arguments, Format);
    for (; *Format && used + 32 < sizeof(printed); Format++) {
        if (*Format != '%') {
            printed[used++] = *Format;
            continue;
        }
        Format++;
        if (*Format == 'u') {
            used += (size_t)sprintf(printed + used, "%u", __builtin_va_arg(arguments, unsigned));
        } else if (*Format == 's') {
            used += (size_t)sprintf(printed + used, "%s", __builtin_va_arg(arguments, char *));
        } else {
            Format += 3; /* I64u */
            used += (size_t)sprintf(printed + used, "%llu",
                                    __builtin_va_arg(arguments, unsigned long long));
        }
    }
    printed[used] = 0;
    WDK_VA_END(arguments);
    return 42;
}

static void raise_at_guard(int signal)
{
    sigset_t caught;

    if (!chain) {
        _exit(99);
    }
    /* The guard's jump does not restore the mask, and sanitizers add to the handler's. */
    sigemptyset(&caught);
    sigaddset(&caught, signal);
    sigprocmask(SIG_UNBLOCK, &caught, NULL);
    ExRaiseStatus(STATUS_ACCESS_VIOLATION);
}

static void *find(const char *name)
{
    void *symbol = dlsym(image, name);

    assert_non_null(symbol);
    return symbol;
}

/* Calls an export of the image that takes up to two words. */
static ULONG call(const char *name, ULONG64 first, ULONG64 second)
{
    ULONG(NTAPI * function)(ULONG64, ULONG64) = (ULONG(NTAPI *)(ULONG64, ULONG64))find(name);

    return function(first, second);
}

static ULONG64 word(const volatile void *pointer)
{
    return (ULONG64)(ULONG_PTR)pointer;
}

/* Address and size of a section, from the image's file. */
static size_t section(const char *name, char **address)
{
    int fd = open(image_path, O_RDONLY);
    struct link_map *map = NULL;
    Elf64_Ehdr *file;
    size_t size = 0;
    off_t length;

    assert_true(fd >= 0);
    length = lseek(fd, 0, SEEK_END);
    file = mmap(NULL, (size_t)length, PROT_READ, MAP_PRIVATE, fd, 0);
    assert_ptr_not_equal(file, MAP_FAILED);
    assert_int_equal(dlinfo(image, RTLD_DI_LINKMAP, &map), 0);
    const Elf64_Shdr *headers = (const Elf64_Shdr *)((char *)file + file->e_shoff);
    const char *names = (char *)file + headers[file->e_shstrndx].sh_offset;
    for (int i = 0; i < file->e_shnum; i++) {
        if (strcmp(names + headers[i].sh_name, name) == 0) {
            *address = (char *)map->l_addr + headers[i].sh_addr;
            size = headers[i].sh_size;
        }
    }
    munmap(file, (size_t)length);
    close(fd);
    return size;
}

/* --- tests ------------------------------------------------------------------------------------ */

static void image_has_the_windows_data_model(void **state)
{
    (void)state;
    assert_int_equal(call("ToySizes", 0, 0), 428);
}

/* As nt/image.c does: a native image's constructors keep less than the Microsoft convention asks.
 */
__attribute__((noinline)) static void call_constructor(void(NTAPI *constructor)(void))
{
    constructor();
    __asm__ volatile("" ::
                         : "rdi", "rsi", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
                           "xmm13", "xmm14", "xmm15", "memory");
}

static void construct(void)
{
    typedef void(NTAPI * constructor)(void);
    constructor *end = find("DxghInitEnd");

    for (constructor *at = find("DxghInitBegin"); at < end; at++) {
        call_constructor(*at);
    }
}

static void constructors_run_on_load_and_destructors_on_request(void **state)
{
    (void)state;
    assert_string_equal(printed, "constructed 42\n");
    printed[0] = 0;
    assert_int_equal(call("ToyConstructed", 0, 0), 142);
    assert_string_equal(printed, "constructed 100\n");
    assert_int_equal(call("ToyConstructed", 0, 0), 142);
    assert_int_equal(call("ToyVirtual", 9, 0), 81);
    if (windows_mode) {
        printed[0] = 0;
        call("DxghRunAtexit", 0, 0);
        assert_string_equal(printed, "destroyed 100\ndestroyed 42\n");
    }
}

static void variadic_arguments_arrive(void **state)
{
    (void)state;
    printed[0] = 0;
    assert_int_equal(call("ToyPrint", 4000000000u, 0x123456789ABCULL), 42);
    assert_string_equal(printed, "4000000000 20015998343868 end\n");
}

static void memory_functions_use_the_image_convention(void **state)
{
    (void)state;
    UCHAR source[300], destination[300] = { 0 };

    for (unsigned i = 0; i < sizeof(source); i++) {
        source[i] = (UCHAR)i;
    }
    assert_int_equal(call("ToyCopies", word(destination), word(source)), 1);
    assert_int_equal(destination[0], 0);
    assert_int_equal(destination[1], 0);
    assert_int_equal(destination[100], 99);
    assert_int_equal(destination[101], 101);
    assert_int_equal(destination[200], 0xA5);
    assert_int_equal(destination[250], (UCHAR)250);
    assert_int_equal(call("ToyStrings", 0, 0), 7);
    assert_int_equal(call("ToyBigFrame", 17, 0), 34);
}

static void guard_catches_a_fault(void **state)
{
    (void)state;
    ULONG present = 5, value = 0;
    void *hole = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct sigaction action = { .sa_handler = raise_at_guard, .sa_flags = SA_NODEFER };
    struct sigaction before;

    assert_int_equal(sigaction(SIGSEGV, &action, &before), 0);
    for (int turn = 0; turn < 3; turn++) {
        assert_int_equal(call("ToyGuardedRead", word(&present), word(&value)), STATUS_SUCCESS);
        assert_int_equal(value, 5);
        assert_null(chain);
        assert_int_equal(call("ToyGuardedRead", word(hole), word(&value)),
                         (ULONG)STATUS_ACCESS_VIOLATION);
        assert_null(chain);
        assert_int_equal(call("ToyGuardedObject", word(&value), 0), STATUS_SUCCESS);
        assert_int_equal(value, 1);
        assert_int_equal(call("ToyGuardedObject", word(hole), 0),
                         (ULONG)STATUS_INVALID_USER_BUFFER);
        assert_null(chain);
    }
    sigaction(SIGSEGV, &before, NULL);
    munmap(hole, 4096);
}

static void imported_variable_holds_the_host_value(void **state)
{
    (void)state;
    assert_int_equal((BOOLEAN)call("ToyVariable", 0, 0), 7);
}

static void paged_code_has_pages_of_its_own(void **state)
{
    (void)state;
    char *address = NULL;
    size_t size = section("PAGE", &address);

    paged_code_checks = 0;
    assert_int_equal(call("ToyPaged", 1, 0), 2);
    assert_int_equal(paged_code_checks, 1);
    if (windows_mode) {
        char *function = find("ToyPaged");

        assert_true(size > 0 && size % 4096 == 0);
        assert_int_equal((ULONG_PTR)address % 4096, 0);
        assert_true(function >= address && function < address + size);
    }
}

/* --- what the sanitizers must see ------------------------------------------------------------- */

static void *write_once(void *block)
{
    call("ToyHeap", word(block), 0);
    return NULL;
}

/* Writes past a block of 16 bytes, or to one byte from two threads. */
static int misbehave(const char *how)
{
    UCHAR *block = calloc(16, 1);
    pthread_t other;

    if (strcmp(how, "overflow") == 0) {
        call("ToyHeap", word(block), 16);
    } else {
        pthread_create(&other, NULL, write_once, block);
        write_once(block);
        pthread_join(other, NULL);
    }
    free(block);
    return 0;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constructors_run_on_load_and_destructors_on_request),
        cmocka_unit_test(image_has_the_windows_data_model),
        cmocka_unit_test(variadic_arguments_arrive),
        cmocka_unit_test(memory_functions_use_the_image_convention),
        cmocka_unit_test(guard_catches_a_fault),
        cmocka_unit_test(imported_variable_holds_the_host_value),
        cmocka_unit_test(paged_code_has_pages_of_its_own),
    };

    if (argc < 3) {
        fprintf(stderr, "usage: driver_modes_test IMAGE windows|native [overflow|race]\n");
        return 2;
    }
    image_path = argv[1];
    windows_mode = strcmp(argv[2], "windows") == 0;
    image = dlopen(image_path, RTLD_NOW | RTLD_LOCAL);
    if (!image) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    construct();
    if (argc > 3) {
        return misbehave(argv[3]);
    }
    return cmocka_run_group_tests_name("abi/driver_modes", tests, NULL, NULL);
}
