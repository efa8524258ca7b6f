/* SPDX-License-Identifier: MIT */
/*
 * Types of event tracing providers.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_EVNTPROV_H
#define WDK_EVNTPROV_H

#include "ntdef.h"

#define EVENT_MIN_LEVEL                               0
#define EVENT_MAX_LEVEL                               255
#define EVENT_ACTIVITY_CTRL_GET_ID                    1
#define EVENT_ACTIVITY_CTRL_SET_ID                    2
#define EVENT_ACTIVITY_CTRL_CREATE_ID                 3
#define EVENT_ACTIVITY_CTRL_GET_SET_ID                4
#define EVENT_ACTIVITY_CTRL_CREATE_SET_ID             5
#define MAX_EVENT_DATA_DESCRIPTORS                    128
#define MAX_EVENT_FILTER_DATA_SIZE                    1024
#define MAX_EVENT_FILTER_PAYLOAD_SIZE                 4096
#define MAX_EVENT_FILTER_EVENT_NAME_SIZE              4096
#define MAX_EVENT_FILTERS_COUNT                       13
#define MAX_EVENT_FILTER_PID_COUNT                    8
#define MAX_EVENT_FILTER_EVENT_ID_COUNT               64
#define EVENT_FILTER_TYPE_NONE                        0
#define EVENT_FILTER_TYPE_SCHEMATIZED                 0x80000000
#define EVENT_FILTER_TYPE_SYSTEM_FLAGS                0x80000001
#define EVENT_FILTER_TYPE_TRACEHANDLE                 0x80000002
#define EVENT_FILTER_TYPE_PID                         0x80000004
#define EVENT_FILTER_TYPE_EXECUTABLE_NAME             0x80000008
#define EVENT_FILTER_TYPE_PACKAGE_ID                  0x80000010
#define EVENT_FILTER_TYPE_PACKAGE_APP_ID              0x80000020
#define EVENT_FILTER_TYPE_PAYLOAD                     0x80000100
#define EVENT_FILTER_TYPE_EVENT_ID                    0x80000200
#define EVENT_FILTER_TYPE_EVENT_NAME                  0x80000400
#define EVENT_FILTER_TYPE_STACKWALK                   0x80001000
#define EVENT_FILTER_TYPE_STACKWALK_NAME              0x80002000
#define EVENT_FILTER_TYPE_STACKWALK_LEVEL_KW          0x80004000
#define EVENT_DATA_DESCRIPTOR_TYPE_NONE               0
#define EVENT_DATA_DESCRIPTOR_TYPE_EVENT_METADATA     1
#define EVENT_DATA_DESCRIPTOR_TYPE_PROVIDER_METADATA  2
#define EVENT_DATA_DESCRIPTOR_TYPE_TIMESTAMP_OVERRIDE 3
#define EVENT_WRITE_FLAG_NO_FAULTING                  1
#define EVENT_WRITE_FLAG_INPRIVATE                    2

WDK_EXTERN_C_BEGIN

typedef struct _EVENT_DESCRIPTOR EVENT_DESCRIPTOR;

/* ne-evntprov-_event_info_class */
typedef enum _EVENT_INFO_CLASS {
    EventProviderBinaryTrackInfo   = 0,
    EventProviderSetReserved1      = 1,
    EventProviderSetTraits         = 2,
    EventProviderUseDescriptorType = 3,
    MaxEventInfo                   = 4,
} EVENT_INFO_CLASS;

typedef ULONGLONG REGHANDLE;
typedef ULONGLONG *PREGHANDLE;
typedef struct _EVENT_DATA_DESCRIPTOR *PEVENT_DATA_DESCRIPTOR;
typedef struct _EVENT_DESCRIPTOR *PEVENT_DESCRIPTOR;
typedef const EVENT_DESCRIPTOR *PCEVENT_DESCRIPTOR;
typedef struct _EVENT_FILTER_DESCRIPTOR *PEVENT_FILTER_DESCRIPTOR;
typedef struct _EVENT_FILTER_HEADER EVENT_FILTER_HEADER;
typedef struct _EVENT_FILTER_HEADER *PEVENT_FILTER_HEADER;
typedef struct _EVENT_FILTER_EVENT_ID EVENT_FILTER_EVENT_ID;
typedef struct _EVENT_FILTER_EVENT_ID *PEVENT_FILTER_EVENT_ID;
typedef struct _EVENT_FILTER_EVENT_NAME EVENT_FILTER_EVENT_NAME;
typedef struct _EVENT_FILTER_EVENT_NAME *PEVENT_FILTER_EVENT_NAME;
typedef struct _EVENT_FILTER_LEVEL_KW EVENT_FILTER_LEVEL_KW;
typedef struct _EVENT_FILTER_LEVEL_KW *PEVENT_FILTER_LEVEL_KW;

/* ns-evntprov-_event_data_descriptor */
typedef struct _EVENT_DATA_DESCRIPTOR {
    ULONGLONG Ptr;
    ULONG Size;
    union {
        ULONG Reserved;
        struct {
            UCHAR Type;
            UCHAR Reserved1;
            USHORT Reserved2;
        };
    };
} EVENT_DATA_DESCRIPTOR;

/* ns-evntprov-_event_descriptor */
struct _EVENT_DESCRIPTOR {
    USHORT Id;
    UCHAR Version;
    UCHAR Channel;
    UCHAR Level;
    UCHAR Opcode;
    USHORT Task;
    ULONGLONG Keyword;
};

/* ns-evntprov-_event_filter_descriptor */
typedef struct _EVENT_FILTER_DESCRIPTOR {
    ULONGLONG Ptr;
    ULONG Size;
    ULONG Type;
} EVENT_FILTER_DESCRIPTOR;

WDK_EXTERN_C_END

#endif
