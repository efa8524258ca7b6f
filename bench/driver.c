/* SPDX-License-Identifier: MIT */
/*
 * What a driver author waits for: compiling a driver of 5,000 lines, and each access to a register,
 * through READ_REGISTER_x and through a raw pointer that is trapped.
 */
#include "bench/bench.h"

#include "cli/session.h"
#include "devices/linearfb/linearfb_regs.h"
#include "nt/wdk.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DRIVER_LINES 5000u
#define FUNCTION_LINES 10u
#define FILES 10u
#define NS_PER_US 1000.0
#define NS_PER_S 1000000000.0

/* Compiling */

struct compilation {
    char folder[64];
};

/* Functions of ten lines that do what drivers do, and a DriverEntry that uses each. */
static bool write_file(const char *folder, unsigned number, unsigned functions)
{
    char path[128];
    FILE *stream;

    (void)snprintf(path, sizeof(path), "%s/file%u.c", folder, number);
    stream = fopen(path, "w");
    if (stream == NULL) {
        return false;
    }
    (void)fprintf(stream, "#include <ntddk.h>\n#include <dispmprt.h>\n");
    for (unsigned i = 0; i < functions; i++) {
        (void)fprintf(stream,
                      "NTSTATUS Work%u_%u(DXGKARG_QUERYADAPTERINFO *args, PLIST_ENTRY list)\n{\n"
                      "    DXGK_DRIVERCAPS *caps = args->pOutputData;\n"
                      "    if (args->OutputDataSize < sizeof(*caps) || IsListEmpty(list)) {\n"
                      "        DbgPrint(\"work %u: %%u bytes\\n\", args->OutputDataSize);\n"
                      "        return STATUS_BUFFER_TOO_SMALL;\n    }\n"
                      "    RtlZeroMemory(caps, sizeof(*caps));\n"
                      "    caps->MaxAllocationListSlotId += %u;\n    return STATUS_SUCCESS; }\n",
                      number, i, i, i);
    }
    if (number == 0) {
        (void)fprintf(stream, "NTSTATUS NTAPI DriverEntry(PDRIVER_OBJECT o, PUNICODE_STRING p)\n"
                              "{ (void)o; (void)p; return STATUS_UNSUCCESSFUL; }\n");
    }
    return fclose(stream) == 0;
}

static bool compilation_prepare(void **state, const char **why)
{
    struct compilation *compilation = calloc(1, sizeof(*compilation));

    if (compilation == NULL) {
        *why = "no memory";
        return false;
    }
    (void)snprintf(compilation->folder, sizeof(compilation->folder), "/tmp/dxghost-bench-XXXXXX");
    if (mkdtemp(compilation->folder) == NULL) {
        *why = "no temporary folder";
        free(compilation);
        return false;
    }
    *state = compilation;
    for (unsigned i = 0; i < FILES; i++) {
        if (!write_file(compilation->folder, i, DRIVER_LINES / FUNCTION_LINES / FILES)) {
            *why = "the sources cannot be written";
            return false;
        }
    }
    return true;
}

static double compile_s(void *state)
{
    const struct compilation *compilation = state;
    uint64_t start_ns = bench_clock_ns();
    char command[256];

    (void)snprintf(command, sizeof(command), BENCH_DXGHOST " cc -o %s/driver.so %s/*.c",
                   compilation->folder, compilation->folder);
    if (system(command) != 0) { /* NOLINT: a command of our own */
        return NAN;
    }
    return (double)(bench_clock_ns() - start_ns) / NS_PER_S;
}

static void compilation_finish(void *state)
{
    struct compilation *compilation = state;
    char path[128];

    for (unsigned i = 0; i < FILES; i++) {
        (void)snprintf(path, sizeof(path), "%s/file%u.c", compilation->folder, i);
        (void)unlink(path);
    }
    (void)snprintf(path, sizeof(path), "%s/driver.so", compilation->folder);
    (void)unlink(path);
    (void)rmdir(compilation->folder);
    free(compilation);
}

/* Registers */

struct registers {
    struct session session;
    volatile USHORT *mode; /* the first mode register */
};

static bool registers_prepare(void **state, const char **why)
{
    static struct registers registers;
    static char error[256];
    const struct session_config config = { .device = "linearfb" };
    const struct device_host_bar *bar;

    if (!session_open(&registers.session, &config, error, sizeof(error))) {
        *why = error;
        return false;
    }
    bar = &registers.session.board->bars[LINEARFB_REGISTER_BAR];
    registers.mode = (volatile USHORT *)(bar->region.base + LINEARFB_MODE);
    *state = &registers;
    return true;
}

static void registers_finish(void *state)
{
    session_close(&((struct registers *)state)->session);
}

static void accessor_body(void *state, uint64_t count)
{
    const struct registers *registers = state;

    for (; count > 0; count--) {
        (void)READ_REGISTER_USHORT(registers->mode);
    }
}

static void trap_body(void *state, uint64_t count)
{
    const struct registers *registers = state;

    for (; count > 0; count--) {
        (void)*registers->mode;
    }
}

/* A measurement on the machine's fiber, where faults are looked at. */
struct measurement {
    void (*body)(void *state, uint64_t count);
    struct registers *registers;
    double ns;
};

static void measure(void *argument)
{
    struct measurement *measurement = argument;

    measurement->ns = bench_ns_per_call(measurement->body, measurement->registers);
}

static double measured_ns(struct registers *registers, void (*body)(void *state, uint64_t count))
{
    struct measurement measurement = { .body = body, .registers = registers, .ns = NAN };

    if (machine_run(registers->session.machine, measure, &measurement) != MACHINE_RETURNED) {
        return NAN;
    }
    return measurement.ns;
}

static double accessor_ns(void *state)
{
    return measured_ns(state, accessor_body);
}

static double trap_us(void *state)
{
    return measured_ns(state, trap_body) / NS_PER_US;
}

static const struct bench benches[] = {
    { .id = "driver.compile",
      .unit = "s",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 10.0,
      .prepare = compilation_prepare,
      .subject = compile_s,
      .finish = compilation_finish },
    { .id = "driver.register_accessor",
      .unit = "ns",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 50.0,
      .prepare = registers_prepare,
      .subject = accessor_ns,
      .finish = registers_finish },
    { .id = "driver.register_trap",
      .unit = "us",
      .peer = "limit",
      .goal = BENCH_AT_MOST,
      .target = 1.0,
      .limit = 12.0,
      .prepare = registers_prepare,
      .subject = trap_us,
      .finish = registers_finish },
};

const struct bench_module bench_driver_module = { .name = "driver",
                                                  .benches = benches,
                                                  .count = sizeof(benches) / sizeof(benches[0]) };
