/* SPDX-License-Identifier: MIT */
/*
 * ACPI evaluation requests.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_ACPIIOCT_H
#define WDK_ACPIIOCT_H

#include "ntddk.h"

#define ACPI_ACQUIRE_GLOBAL_LOCK_SIGNATURE                    0x4C676141
#define ACPI_ENUM_CHILDREN_INPUT_BUFFER_SIGNATURE             0x48696541
#define ACPI_ENUM_CHILDREN_OUTPUT_BUFFER_SIGNATURE            0x47696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE              0x43696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_EX           0x46696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V1           0x43696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V1_EX        0x46696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V2           0x4E696541
#define ACPI_EVAL_INPUT_BUFFER_COMPLEX_SIGNATURE_V2_EX        0x52696541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE                      0x42696541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE_EX                   0x41696541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V1                   0x42696541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V1_EX                0x41696541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V2                   0x4B696541
#define ACPI_EVAL_INPUT_BUFFER_SIGNATURE_V2_EX                0x4F696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE       0x49696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_EX    0x44696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V1    0x49696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V1_EX 0x44696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V2    0x4C696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_SIGNATURE_V2_EX 0x50696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE        0x53696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_EX     0x45696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V1     0x53696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V1_EX  0x45696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V2     0x4D696541
#define ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_SIGNATURE_V2_EX  0x51696541
#define ACPI_EVAL_OUTPUT_BUFFER_SIGNATURE                     0x426F6541
#define ACPI_EVAL_OUTPUT_BUFFER_SIGNATURE_V1                  0x426F6541
#define ACPI_EVAL_OUTPUT_BUFFER_SIGNATURE_V2                  0x4B6F6541
#define ACPI_METHOD_ARGUMENT_BUFFER                           2
#define ACPI_METHOD_ARGUMENT_INTEGER                          0
#define ACPI_METHOD_ARGUMENT_PACKAGE                          3
#define ACPI_METHOD_ARGUMENT_PACKAGE_EX                       4
#define ACPI_METHOD_ARGUMENT_STRING                           1
#define ACPI_OBJECT_HAS_CHILDREN                              1
#define ACPI_RELEASE_GLOBAL_LOCK_SIGNATURE                    0x4C677241
#define ENUM_CHILDREN_IMMEDIATE_ONLY                          1
#define ENUM_CHILDREN_MULTILEVEL                              2
#define ENUM_CHILDREN_NAME_IS_FILTER                          4
#define IOCTL_ACPI_ACQUIRE_GLOBAL_LOCK                        0x32C010
#define IOCTL_ACPI_ASYNC_EVAL_METHOD                          0x32C000
#define IOCTL_ACPI_ASYNC_EVAL_METHOD_EX                       0x32C01C
#define IOCTL_ACPI_ASYNC_EVAL_METHOD_V1                       0x32C000
#define IOCTL_ACPI_ASYNC_EVAL_METHOD_V1_EX                    0x32C01C
#define IOCTL_ACPI_ASYNC_EVAL_METHOD_V2                       0x32C040
#define IOCTL_ACPI_ASYNC_EVAL_METHOD_V2_EX                    0x32C048
#define IOCTL_ACPI_ENUM_CHILDREN                              0x32C020
#define IOCTL_ACPI_EVAL_METHOD                                0x32C004
#define IOCTL_ACPI_EVAL_METHOD_EX                             0x32C018
#define IOCTL_ACPI_EVAL_METHOD_V1                             0x32C004
#define IOCTL_ACPI_EVAL_METHOD_V1_EX                          0x32C018
#define IOCTL_ACPI_EVAL_METHOD_V2                             0x32C03C
#define IOCTL_ACPI_EVAL_METHOD_V2_EX                          0x32C044
#define IOCTL_ACPI_GET_DEVICE_INFORMATION                     0x32C028
#define IOCTL_ACPI_GET_DEVICE_INFORMATION_SIGNATURE           0x4A696541
#define IOCTL_ACPI_GET_DEVICE_SPECIFIC_DATA                   0x32C038
#define IOCTL_ACPI_GET_DEVICE_SPECIFIC_DATA_SIGNATURE         0x48696541
#define IOCTL_ACPI_RELEASE_GLOBAL_LOCK                        0x32C014

WDK_EXTERN_C_BEGIN

typedef struct _ACPI_METHOD_ARGUMENT_V1 ACPI_METHOD_ARGUMENT_V1;
typedef struct _ACPI_METHOD_ARGUMENT_V1 ACPI_METHOD_ARGUMENT;
typedef struct _ACPI_EVAL_OUTPUT_BUFFER_V1 ACPI_EVAL_OUTPUT_BUFFER_V1;
typedef struct _ACPI_EVAL_OUTPUT_BUFFER_V1 ACPI_EVAL_OUTPUT_BUFFER;
typedef struct _ACPI_METHOD_ARGUMENT_V2 ACPI_METHOD_ARGUMENT_V2;
typedef struct _ACPI_EVAL_OUTPUT_BUFFER_V2 ACPI_EVAL_OUTPUT_BUFFER_V2;
typedef struct _ACPI_ENUM_CHILD ACPI_ENUM_CHILD;
typedef struct _ACPI_ENUM_CHILDREN_OUTPUT_BUFFER ACPI_ENUM_CHILDREN_OUTPUT_BUFFER;

typedef struct _ACPI_EVAL_INPUT_BUFFER_V1 *PACPI_EVAL_INPUT_BUFFER_V1;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1 *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1 *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1;
typedef ACPI_METHOD_ARGUMENT_V1 *PACPI_METHOD_ARGUMENT_V1;
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1 *PACPI_EVAL_INPUT_BUFFER_COMPLEX_V1;
typedef ACPI_EVAL_OUTPUT_BUFFER_V1 *PACPI_EVAL_OUTPUT_BUFFER_V1;
typedef struct _ACPI_EVAL_INPUT_BUFFER_V1_EX *PACPI_EVAL_INPUT_BUFFER_V1_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1_EX
    *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1_EX
    *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1_EX *PACPI_EVAL_INPUT_BUFFER_COMPLEX_V1_EX;
typedef ACPI_METHOD_ARGUMENT_V1 *PACPI_METHOD_ARGUMENT;
typedef struct _ACPI_EVAL_INPUT_BUFFER_V1 *PACPI_EVAL_INPUT_BUFFER;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1 *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1 *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING;
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1 *PACPI_EVAL_INPUT_BUFFER_COMPLEX;
typedef struct _ACPI_EVAL_INPUT_BUFFER_V1_EX *PACPI_EVAL_INPUT_BUFFER_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1_EX
    *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1_EX
    *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1_EX *PACPI_EVAL_INPUT_BUFFER_COMPLEX_EX;
typedef struct _ACPI_EVAL_OUTPUT_BUFFER_V1 *PACPI_EVAL_OUTPUT_BUFFER;
typedef struct _ACPI_EVAL_INPUT_BUFFER_V2 *PACPI_EVAL_INPUT_BUFFER_V2;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2 *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2;
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2 *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2;
typedef ACPI_METHOD_ARGUMENT_V2 *PACPI_METHOD_ARGUMENT_V2;
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V2 *PACPI_EVAL_INPUT_BUFFER_COMPLEX_V2;
typedef ACPI_EVAL_OUTPUT_BUFFER_V2 *PACPI_EVAL_OUTPUT_BUFFER_V2;
typedef struct _ACPI_EVAL_INPUT_BUFFER_V2_EX *PACPI_EVAL_INPUT_BUFFER_V2_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2_EX
    *PACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2_EX
    *PACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2_EX;

typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V2_EX *PACPI_EVAL_INPUT_BUFFER_COMPLEX_V2_EX;
typedef struct _ACPI_MANIPULATE_GLOBAL_LOCK_BUFFER *PACPI_MANIPULATE_GLOBAL_LOCK_BUFFER;
typedef struct _ACPI_ENUM_CHILDREN_INPUT_BUFFER *PACPI_ENUM_CHILDREN_INPUT_BUFFER;
typedef ACPI_ENUM_CHILD *PACPI_ENUM_CHILD;
typedef ACPI_ENUM_CHILDREN_OUTPUT_BUFFER *PACPI_ENUM_CHILDREN_OUTPUT_BUFFER;
typedef struct _ACPI_DEVICE_INFORMATION_OUTPUT_BUFFER *PACPI_DEVICE_INFORMATION_OUTPUT_BUFFER;
typedef struct _ACPI_GET_DEVICE_SPECIFIC_DATA *PACPI_GET_DEVICE_SPECIFIC_DATA;

/* ns-acpiioct-_acpi_device_information_output_buffer */
typedef struct _ACPI_DEVICE_INFORMATION_OUTPUT_BUFFER {
    ULONG Signature;
    USHORT Size;
    UCHAR Revision;
    UCHAR Reserved0;
    USHORT VendorIdStringOffset;
    USHORT VendorStringLength;
    USHORT DeviceIdStringOffset;
    USHORT SubSystemIdStringOffset;
    USHORT SubSystemStringLength;
    USHORT SubDeviceIdStringOffset;
    USHORT InstanceIdLength;
    USHORT InstanceIdOffset;
    USHORT BaseClassCode;
    USHORT HardwareRevision;
    UCHAR ProgrammingInterface;
    UCHAR Reserved1;
    USHORT SubClassCode;
} ACPI_DEVICE_INFORMATION_OUTPUT_BUFFER;

/* ns-acpiioct-_acpi_enum_child */
struct _ACPI_ENUM_CHILD {
    ULONG Flags;
    ULONG NameLength;
    CHAR Name[1];
};

/* ns-acpiioct-_acpi_enum_children_input_buffer */
typedef struct _ACPI_ENUM_CHILDREN_INPUT_BUFFER {
    ULONG Signature;
    ULONG Flags;
    ULONG NameLength;
    CHAR Name[1];
} ACPI_ENUM_CHILDREN_INPUT_BUFFER;

/* ns-acpiioct-_acpi_enum_children_output_buffer */
struct _ACPI_ENUM_CHILDREN_OUTPUT_BUFFER {
    ULONG Signature;
    ULONG NumberOfChildren;
    ACPI_ENUM_CHILD Children[1];
};

/* ns-acpiioct-_acpi_method_argument_v1 */
struct _ACPI_METHOD_ARGUMENT_V1 {
    USHORT Type;
    USHORT DataLength;
    union {
        ULONG Argument;
        UCHAR Data[1];
    };
};

/* ns-acpiioct-_acpi_eval_input_buffer_complex_v1 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
    ULONG Size;
    ULONG ArgumentCount;
    ACPI_METHOD_ARGUMENT_V1 Argument[1];
} ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1, ACPI_EVAL_INPUT_BUFFER_COMPLEX;

/* ns-acpiioct-_acpi_eval_input_buffer_complex_v1_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1_EX {
    ULONG Signature;
    CHAR MethodName[256];
    ULONG Size;
    ULONG ArgumentCount;
    ACPI_METHOD_ARGUMENT_V1 Argument[1];
} ACPI_EVAL_INPUT_BUFFER_COMPLEX_V1_EX, ACPI_EVAL_INPUT_BUFFER_COMPLEX_EX;

/* ns-acpiioct-_acpi_method_argument_v2 */
struct _ACPI_METHOD_ARGUMENT_V2 {
    USHORT Type;
    ULONG DataLength;
    union {
        ULONG Argument;
        UCHAR Data[1];
    };
};

/* ns-acpiioct-_acpi_eval_input_buffer_complex_v2 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V2 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
    ULONG Size;
    ULONG ArgumentCount;
    ACPI_METHOD_ARGUMENT_V2 Argument[1];
} ACPI_EVAL_INPUT_BUFFER_COMPLEX_V2;

/* ns-acpiioct-_acpi_eval_input_buffer_complex_v2_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_COMPLEX_V2_EX {
    ULONG Signature;
    CHAR MethodName[256];
    ULONG Size;
    ULONG ArgumentCount;
    ACPI_METHOD_ARGUMENT_V2 Argument[1];
} ACPI_EVAL_INPUT_BUFFER_COMPLEX_V2_EX;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_integer_v1 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
    ULONG IntegerArgument;
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1, ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_integer_v1_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1_EX {
    ULONG Signature;
    CHAR MethodName[256];
    ULONG64 IntegerArgument;
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V1_EX, ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_EX;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_integer_v2 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
    ULONG IntegerArgument;
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_integer_v2_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2_EX {
    ULONG Signature;
    CHAR MethodName[256];
    ULONG64 IntegerArgument;
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_INTEGER_V2_EX;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_string_v1 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
    ULONG StringLength;
    UCHAR String[1];
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1, ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_string_v1_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1_EX {
    ULONG Signature;
    CHAR MethodName[256];
    ULONG StringLength;
    UCHAR String[1];
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V1_EX, ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_EX;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_string_v2 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
    ULONG StringLength;
    UCHAR String[1];
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2;

/* ns-acpiioct-_acpi_eval_input_buffer_simple_string_v2_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2_EX {
    ULONG Signature;
    CHAR MethodName[256];
    ULONG StringLength;
    UCHAR String[1];
} ACPI_EVAL_INPUT_BUFFER_SIMPLE_STRING_V2_EX;

/* ns-acpiioct-_acpi_eval_input_buffer_v1 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_V1 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
} ACPI_EVAL_INPUT_BUFFER_V1, ACPI_EVAL_INPUT_BUFFER;

/* ns-acpiioct-_acpi_eval_input_buffer_v1_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_V1_EX {
    ULONG Signature;
    CHAR MethodName[256];
} ACPI_EVAL_INPUT_BUFFER_V1_EX, ACPI_EVAL_INPUT_BUFFER_EX;

/* ns-acpiioct-_acpi_eval_input_buffer_v2 */
typedef struct _ACPI_EVAL_INPUT_BUFFER_V2 {
    ULONG Signature;
    union {
        UCHAR MethodName[4];
        ULONG MethodNameAsUlong;
    };
} ACPI_EVAL_INPUT_BUFFER_V2;

/* ns-acpiioct-_acpi_eval_input_buffer_v2_ex */
typedef struct _ACPI_EVAL_INPUT_BUFFER_V2_EX {
    ULONG Signature;
    CHAR MethodName[256];
} ACPI_EVAL_INPUT_BUFFER_V2_EX;

/* ns-acpiioct-_acpi_eval_output_buffer_v1 */
struct _ACPI_EVAL_OUTPUT_BUFFER_V1 {
    ULONG Signature;
    ULONG Length;
    ULONG Count;
    ACPI_METHOD_ARGUMENT_V1 Argument[1];
};

/* ns-acpiioct-_acpi_eval_output_buffer_v2 */
struct _ACPI_EVAL_OUTPUT_BUFFER_V2 {
    ULONG Signature;
    ULONG Length;
    ULONG Count;
    ACPI_METHOD_ARGUMENT_V2 Argument[1];
};

/* ns-acpiioct-_acpi_get_device_specific_data */
typedef struct _ACPI_GET_DEVICE_SPECIFIC_DATA {
    ULONG Signature;
    GUID Section;
    ULONG PropertyNameLength;
    UCHAR PropertyName[1];
} ACPI_GET_DEVICE_SPECIFIC_DATA;

/* ns-acpiioct-_acpi_manipulate_global_lock_buffer */
typedef struct _ACPI_MANIPULATE_GLOBAL_LOCK_BUFFER {
    ULONG Signature;
    PVOID LockObject;
} ACPI_MANIPULATE_GLOBAL_LOCK_BUFFER;

WDK_EXTERN_C_END

#include "inline/acpiioct.h"

#endif
