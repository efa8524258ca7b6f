/* SPDX-License-Identifier: MIT */
/* Walking and filling ACPI method arguments. */
#ifndef WDK_INLINE_ACPIIOCT_H
#define WDK_INLINE_ACPIIOCT_H

#define ACPI_METHOD_ARGUMENT_LENGTH(DataLength)    \
    (FIELD_OFFSET(ACPI_METHOD_ARGUMENT, Data) +    \
     ((DataLength) > sizeof(ULONG) ? (DataLength) : sizeof(ULONG)))
#define ACPI_METHOD_ARGUMENT_LENGTH_FROM_ARGUMENT(Argument) \
    ACPI_METHOD_ARGUMENT_LENGTH((ULONG)((PACPI_METHOD_ARGUMENT)(Argument))->DataLength)
#define ACPI_METHOD_NEXT_ARGUMENT(Argument) \
    ((PACPI_METHOD_ARGUMENT)((PUCHAR)(Argument) +   \
                             ACPI_METHOD_ARGUMENT_LENGTH_FROM_ARGUMENT(Argument)))

#define ACPI_METHOD_SET_ARGUMENT_INTEGER(MethodArgument, IntData) \
    do {                                                          \
        (MethodArgument)->Type = ACPI_METHOD_ARGUMENT_INTEGER;    \
        (MethodArgument)->DataLength = sizeof(ULONG);             \
        (MethodArgument)->Argument = (IntData);                   \
    } while (0)
#define ACPI_METHOD_SET_ARGUMENT_STRING(MethodArgument, StrData)               \
    do {                                                                       \
        (MethodArgument)->Type = ACPI_METHOD_ARGUMENT_STRING;                  \
        (MethodArgument)->DataLength = (USHORT)(__builtin_strlen(StrData) + 1); \
        RtlCopyMemory(&(MethodArgument)->Data[0], (StrData),                   \
                      (MethodArgument)->DataLength);                           \
    } while (0)
#define ACPI_METHOD_SET_ARGUMENT_BUFFER(MethodArgument, BuffData, BuffLength)   \
    do {                                                                        \
        (MethodArgument)->Type = ACPI_METHOD_ARGUMENT_BUFFER;                   \
        (MethodArgument)->DataLength = (USHORT)(BuffLength);                    \
        RtlCopyMemory(&(MethodArgument)->Data[0], (BuffData),                   \
                      (MethodArgument)->DataLength);                            \
    } while (0)

#endif
