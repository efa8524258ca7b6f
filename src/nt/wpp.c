/* SPDX-License-Identifier: MIT */
/* Lines of WPP tracing: into the trace, and to stderr when the run asks for it. */
#include "nt/call.h"
#include "nt/format.h"
#include "trace/trace.h"

#include <inline/wpp.h>

#define LINE_BYTES 256 /* what the trace keeps of a text */

void NTAPIV DxghTrace(const char *function, size_t character_bytes, const void *format, ...)
{
    NT_CALL_ANY();
    char text[LINE_BYTES];
    struct nt_format_buffer buffer;
    WDK_VA_LIST arguments;

    nt_format_buffer_init(&buffer, text, sizeof(text));
    buffer.format.hide_pointers = true; /* the trace's hash may not depend on addresses */
    __builtin_ms_va_start(arguments, format);
    if (character_bytes == sizeof(WCHAR)) {
        nt_format_wide(&buffer.format, format, arguments);
    } else {
        nt_format_narrow(&buffer.format, format, arguments);
    }
    __builtin_ms_va_end(arguments);
    trace_emit_text(machine, TRACE_WPP, text);
    if (nt_of(machine)->echo_dbg_print) {
        (void)fprintf(stderr, "%s: %s\n", function, text);
    }
}
