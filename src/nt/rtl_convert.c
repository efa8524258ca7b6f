/* SPDX-License-Identifier: MIT */
/* Numbers, GUIDs and UTF-8 as text and back. */
#include "nt/call.h"
#include "nt/pool.h"

#define GUID_CHARACTERS 38u /* {xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx} */

static bool base_is_valid(ULONG base)
{
    return base == 0 || base == 2 || base == 8 || base == 10 || base == 16;
}

NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING String)
{
    WCHAR digits[64];
    ULONG base = Base == 0 ? 10 : Base;
    size_t count = 0;

    if (!base_is_valid(Base)) {
        return STATUS_INVALID_PARAMETER;
    }
    do {
        digits[sizeof(digits) / sizeof(WCHAR) - ++count] =
            (WCHAR)(uint8_t) "0123456789ABCDEF"[Value % base];
        Value /= base;
    } while (Value != 0);
    if (count * sizeof(WCHAR) > String->MaximumLength) {
        return STATUS_BUFFER_OVERFLOW;
    }
    memcpy(String->Buffer, digits + sizeof(digits) / sizeof(WCHAR) - count, count * sizeof(WCHAR));
    String->Length = (USHORT)(count * sizeof(WCHAR));
    if ((size_t)String->Length + sizeof(WCHAR) <= String->MaximumLength) {
        String->Buffer[count] = 0;
    }
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String)
{
    return RtlInt64ToUnicodeString(Value, Base, String);
}

static int digit_value(WCHAR c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

/* Blanks, a sign, 0x 0o 0b when no base is given, then digits up to the first other character. */
static NTSTATUS parse(const WCHAR *text, size_t count, ULONG base, uint64_t *value, size_t *end)
{
    size_t i = 0;
    bool negative = false;
    uint64_t result = 0;

    if (!base_is_valid(base)) {
        return STATUS_INVALID_PARAMETER;
    }
    while (i < count && text[i] <= ' ') {
        i++;
    }
    if (i < count && (text[i] == '-' || text[i] == '+')) {
        negative = text[i++] == '-';
    }
    if (base == 0) {
        base = 10;
        if (i + 1 < count && text[i] == '0') {
            WCHAR mark = text[i + 1];

            base = mark == 'x' ? 16 : mark == 'o' ? 8 : mark == 'b' ? 2 : 10;
            i += base == 10 ? 0 : 2;
        }
    }
    while (i < count && digit_value(text[i]) < (int)base) {
        result = result * base + (uint64_t)digit_value(text[i]);
        i++;
    }
    *value = negative ? 0 - result : result;
    *end = i;
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value)
{
    uint64_t value;
    size_t end;
    NTSTATUS status = parse(String->Buffer, String->Length / sizeof(WCHAR), Base, &value, &end);

    if (NT_SUCCESS(status)) {
        *Value = (ULONG)value;
    }
    return status;
}

NTSTATUS NTAPI RtlUnicodeStringToInt64(PCUNICODE_STRING String, ULONG Base, PLONG64 Number,
                                       PWSTR *EndPointer)
{
    uint64_t value;
    size_t end;
    NTSTATUS status = parse(String->Buffer, String->Length / sizeof(WCHAR), Base, &value, &end);

    if (NT_SUCCESS(status)) {
        *Number = (LONG64)value;
        if (EndPointer != NULL) {
            *EndPointer = String->Buffer + end;
        }
    }
    return status;
}

NTSTATUS NTAPI RtlCharToInteger(PCSZ String, ULONG Base, PULONG Value)
{
    WCHAR wide[72];
    size_t count = 0;
    uint64_t value;
    size_t end;
    NTSTATUS status;

    while (count < sizeof(wide) / sizeof(wide[0]) && String[count] != '\0') {
        wide[count] = (UCHAR)String[count];
        count++;
    }
    status = parse(wide, count, Base, &value, &end);
    if (NT_SUCCESS(status)) {
        *Value = (ULONG)value;
    }
    return status;
}

NTSTATUS NTAPI RtlStringFromGUID(const GUID *Guid, PUNICODE_STRING GuidString)
{
    NT_CALL(PASSIVE_LEVEL);
    struct nt_pool_request request = { .bytes = (GUID_CHARACTERS + 1) * sizeof(WCHAR),
                                       .tag = 0x67727453, /* "Strg" */
                                       .paged = true,
                                       .pc = (uintptr_t)__builtin_return_address(0) };
    char text[GUID_CHARACTERS + 1];

    GuidString->Buffer =
        decision_refuse(&machine->decision) ? NULL : nt_pool_alloc(machine, &request);
    if (GuidString->Buffer == NULL) {
        return STATUS_NO_MEMORY;
    }
    (void)snprintf(text, sizeof(text), "{%08X-%04X-%04X-%02X%02X-%02X%02X%02X%02X%02X%02X}",
                   Guid->Data1, Guid->Data2, Guid->Data3, Guid->Data4[0], Guid->Data4[1],
                   Guid->Data4[2], Guid->Data4[3], Guid->Data4[4], Guid->Data4[5], Guid->Data4[6],
                   Guid->Data4[7]);
    for (size_t i = 0; i <= GUID_CHARACTERS; i++) {
        GuidString->Buffer[i] = (WCHAR)(uint8_t)text[i];
    }
    GuidString->Length = GUID_CHARACTERS * sizeof(WCHAR);
    GuidString->MaximumLength = (GUID_CHARACTERS + 1) * sizeof(WCHAR);
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid)
{
    static const char shape[] = "{xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx}";
    uint8_t bytes[16];
    size_t digits = 0;

    if (GuidString->Length < GUID_CHARACTERS * sizeof(WCHAR)) {
        return STATUS_INVALID_PARAMETER;
    }
    for (size_t i = 0; i < GUID_CHARACTERS; i++) {
        WCHAR c = GuidString->Buffer[i];
        int value = digit_value(c);

        if (shape[i] != 'x') {
            if (c != (WCHAR)(uint8_t)shape[i]) {
                return STATUS_INVALID_PARAMETER;
            }
            continue;
        }
        if (value > 15) {
            return STATUS_INVALID_PARAMETER;
        }
        bytes[digits / 2] = (uint8_t)(digits % 2 == 0 ? value << 4 : bytes[digits / 2] | value);
        digits++;
    }
    Guid->Data1 = (ULONG)bytes[0] << 24 | (ULONG)bytes[1] << 16 | (ULONG)bytes[2] << 8 | bytes[3];
    Guid->Data2 = (USHORT)(bytes[4] << 8 | bytes[5]);
    Guid->Data3 = (USHORT)(bytes[6] << 8 | bytes[7]);
    memcpy(Guid->Data4, bytes + 8, 8);
    return STATUS_SUCCESS;
}
