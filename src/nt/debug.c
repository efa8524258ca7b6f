/* SPDX-License-Identifier: MIT */
/* DbgPrint and its family: into the trace, and to stderr when the run asks for it. */
#include "nt/call.h"
#include "nt/format.h"
#include "trace/trace.h"
#include "verify/verify.h"

#include <string.h>

#define PRINT_BYTES 512 /* what one DbgPrint transmits at most */

/* Documented: %C, %S, %lc, %ls, %wc, %ws and %wZ read tables that may be paged out. */
static bool has_wide_code(const char *format)
{
    while ((format = strchr(format, '%')) != NULL) {
        bool wide;

        format++;
        format += strspn(format, "-+ #0123456789.*");
        wide = *format == 'l' || *format == 'w';
        format += strspn(format, "lhwLIj64");
        if (*format == 'C' || *format == 'S' ||
            (wide && (*format == 'c' || *format == 's' || *format == 'Z'))) {
            return true;
        }
        format += *format != '\0';
    }
    return false;
}

static void print(struct machine *machine, const char *prefix, const char *format,
                  WDK_VA_LIST arguments)
{
    char text[PRINT_BYTES];
    struct nt_format_buffer buffer;
    WDK_VA_LIST again;

    if (DXGH_UNLIKELY(machine->active->irql > PASSIVE_LEVEL) && nt_in_driver(machine) &&
        has_wide_code(format)) {
        verify_report(machine, RULE_NT_DBG_01, "DbgPrint",
                      "DbgPrint prints a Unicode string at IRQL %u; its limit is PASSIVE_LEVEL",
                      machine->active->irql);
    }
    __builtin_ms_va_copy(again, arguments);
    nt_format_buffer_init(&buffer, text, sizeof(text));
    buffer.format.hide_pointers = true; /* the trace's hash may not depend on addresses */
    nt_format_narrow(&buffer.format, format, arguments);
    trace_emit_text(machine, TRACE_DBG_PRINT, text);
    if (nt_of(machine)->echo_dbg_print) {
        nt_format_buffer_init(&buffer, text, sizeof(text));
        nt_format_narrow(&buffer.format, format, again);
        (void)fprintf(stderr, "%s%s", prefix, text);
    }
}

ULONG NTAPIV DbgPrint(PCSTR Format, ...)
{
    NT_CALL_ANY();
    WDK_VA_LIST arguments;

    __builtin_ms_va_start(arguments, Format);
    print(machine, "", Format, arguments);
    __builtin_ms_va_end(arguments);
    return (ULONG)STATUS_SUCCESS;
}

/* Every component and level is recorded: Windows' filter is a matter of the debugger's. */
ULONG NTAPIV DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...)
{
    NT_CALL_ANY();
    WDK_VA_LIST arguments;

    (void)ComponentId;
    (void)Level;
    __builtin_ms_va_start(arguments, Format);
    print(machine, "", Format, arguments);
    __builtin_ms_va_end(arguments);
    return (ULONG)STATUS_SUCCESS;
}

ULONG NTAPIV DbgPrintReturnControlC(PCCH Format, ...)
{
    NT_CALL_ANY();
    WDK_VA_LIST arguments;

    __builtin_ms_va_start(arguments, Format);
    print(machine, "", Format, arguments);
    __builtin_ms_va_end(arguments);
    return (ULONG)STATUS_SUCCESS;
}

ULONG NTAPI vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, WDK_VA_LIST arglist)
{
    NT_CALL_ANY();

    (void)ComponentId;
    (void)Level;
    print(machine, "", Format, arglist);
    return (ULONG)STATUS_SUCCESS;
}

ULONG NTAPI vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format,
                                  WDK_VA_LIST arglist)
{
    NT_CALL_ANY();

    (void)ComponentId;
    (void)Level;
    print(machine, Prefix, Format, arglist);
    return (ULONG)STATUS_SUCCESS;
}

NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level)
{
    (void)ComponentId;
    (void)Level;
    return TRUE; /* documented: TRUE when the message would be printed */
}

NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State)
{
    (void)ComponentId;
    (void)Level;
    (void)State;
    return STATUS_SUCCESS;
}

/* No debugger answers, so the response is empty, as it is on Windows without one. */
ULONG NTAPI DbgPrompt(PCCH Prompt, PCH Response, ULONG Length)
{
    NT_CALL_ANY();

    trace_emit_text(machine, TRACE_DBG_PRINT, Prompt);
    if (Length > 0) {
        Response[0] = '\0';
    }
    return 0;
}
