/* SPDX-License-Identifier: MIT */
/*
 * The driver model: objects, I/O, memory, synchronisation.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_WDM_H
#define WDK_WDM_H

#include "ntdef.h"
#include "ntstatus.h"
#include "dpfilter.h"
#include "devpropdef.h"
#include "evntprov.h"
#include "mce.h"
#include "ktmtypes.h"
#include "bugcodes.h"

#define ACCESS_FILTER_SECURITY_INFORMATION                       0x100
#define ACCESS_SYSTEM_SECURITY                                   0x1000000
#define ACL_REVISION                                             2
#define ACL_REVISION1                                            1
#define ACL_REVISION2                                            2
#define ACL_REVISION3                                            3
#define ACL_REVISION4                                            4
#define ACL_REVISION_DS                                          4
#define ADAPTER_INFO_API_BYPASS                                  2
#define ADAPTER_INFO_SYNCHRONOUS_CALLBACK                        1
#define ALLOC_DATA_PRAGMA                                        1
#define ALLOC_PRAGMA                                             1
#define APC_LEVEL                                                1
#define ATTRIBUTE_SECURITY_INFORMATION                           0x20
#define BACKUP_SECURITY_INFORMATION                              0x10000
#define CACHE_FULLY_ASSOCIATIVE                                  255
#define CLFS_FLAG_FILTER_INTERMEDIATE_LEVEL                      0x10
#define CLFS_FLAG_FILTER_TOP_LEVEL                               0x20
#define CLFS_FLAG_FORCE_APPEND                                   1
#define CLFS_FLAG_FORCE_FLUSH                                    2
#define CLFS_FLAG_HIDDEN_SYSTEM_LOG                              0x200
#define CLFS_FLAG_IGNORE_SHARE_ACCESS                            0x40
#define CLFS_FLAG_MINIFILTER_LEVEL                               256
#define CLFS_FLAG_NON_REENTRANT_FILTER                           0x10
#define CLFS_FLAG_NO_FLAGS                                       0
#define CLFS_FLAG_READ_IN_PROGRESS                               0x80
#define CLFS_FLAG_REENTRANT_FILE_SYSTEM                          8
#define CLFS_FLAG_REENTRANT_FILTER                               0x20
#define CLFS_FLAG_USE_RESERVATION                                4
#define CLFS_LOG_SIZE_MAXIMUM                                    0xFFFFFFFFFFFFFFFFULL
#define CLFS_LOG_SIZE_MINIMUM                                    0ULL
#define CLFS_MAX_CONTAINER_INFO                                  256
#define CLFS_MGMT_CLIENT_REGISTRATION_VERSION                    1
#define CLFS_MGMT_NUM_POLICIES                                   10
#define CLFS_MGMT_POLICY_VERSION                                 1
#define CLFS_SCAN_BACKWARD                                       4
#define CLFS_SCAN_BUFFERED                                       0x20
#define CLFS_SCAN_CLOSE                                          8
#define CLFS_SCAN_FORWARD                                        2
#define CLFS_SCAN_INIT                                           1
#define CLFS_SCAN_INITIALIZED                                    0x10
#define CLOCK_LEVEL                                              13
#define CMCI_LEVEL                                               5
#define CM_RESOURCE_CONNECTION_CLASS_FUNCTION_CONFIG             3
#define CM_RESOURCE_CONNECTION_CLASS_GPIO                        1
#define CM_RESOURCE_CONNECTION_CLASS_SERIAL                      2
#define CM_RESOURCE_CONNECTION_TYPE_FUNCTION_CONFIG              1
#define CM_RESOURCE_CONNECTION_TYPE_GPIO_IO                      2
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_I2C                   1
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_SPI                   2
#define CM_RESOURCE_CONNECTION_TYPE_SERIAL_UART                  3
#define CM_RESOURCE_DMA_16                                       1
#define CM_RESOURCE_DMA_32                                       2
#define CM_RESOURCE_DMA_8                                        0
#define CM_RESOURCE_DMA_8_AND_16                                 4
#define CM_RESOURCE_DMA_BUS_MASTER                               8
#define CM_RESOURCE_DMA_TYPE_A                                   0x10
#define CM_RESOURCE_DMA_TYPE_B                                   0x20
#define CM_RESOURCE_DMA_TYPE_F                                   0x40
#define CM_RESOURCE_DMA_V3                                       0x80
#define CM_RESOURCE_INTERRUPT_LATCHED                            1
#define CM_RESOURCE_INTERRUPT_LEVEL_LATCHED_BITS                 1
#define CM_RESOURCE_INTERRUPT_LEVEL_SENSITIVE                    0
#define CM_RESOURCE_INTERRUPT_MESSAGE                            2
#define CM_RESOURCE_INTERRUPT_MESSAGE_TOKEN                      0xFFFFFFFE
#define CM_RESOURCE_INTERRUPT_POLICY_INCLUDED                    4
#define CM_RESOURCE_INTERRUPT_SECONDARY_INTERRUPT                0x10
#define CM_RESOURCE_INTERRUPT_WAKE_HINT                          0x20
#define CM_RESOURCE_MEMORY_24                                    0x10
#define CM_RESOURCE_MEMORY_BAR                                   0x80
#define CM_RESOURCE_MEMORY_CACHEABLE                             0x20
#define CM_RESOURCE_MEMORY_COMBINEDWRITE                         8
#define CM_RESOURCE_MEMORY_COMPAT_FOR_INACCESSIBLE_RANGE         0x100
#define CM_RESOURCE_MEMORY_LARGE                                 0xE00
#define CM_RESOURCE_MEMORY_LARGE_40                              0x200
#define CM_RESOURCE_MEMORY_LARGE_40_MAXLEN                       0xFFFFFFFF00LL
#define CM_RESOURCE_MEMORY_LARGE_48                              0x400
#define CM_RESOURCE_MEMORY_LARGE_48_MAXLEN                       0xFFFFFFFF0000LL
#define CM_RESOURCE_MEMORY_LARGE_64                              0x800
#define CM_RESOURCE_MEMORY_LARGE_64_MAXLEN                       0xFFFFFFFF00000000ULL
#define CM_RESOURCE_MEMORY_PREFETCHABLE                          4
#define CM_RESOURCE_MEMORY_READ_ONLY                             1
#define CM_RESOURCE_MEMORY_READ_WRITE                            0
#define CM_RESOURCE_MEMORY_WINDOW_DECODE                         0x40
#define CM_RESOURCE_MEMORY_WRITEABILITY_MASK                     3
#define CM_RESOURCE_MEMORY_WRITE_ONLY                            2
#define CM_RESOURCE_PORT_10_BIT_DECODE                           4
#define CM_RESOURCE_PORT_12_BIT_DECODE                           8
#define CM_RESOURCE_PORT_16_BIT_DECODE                           0x10
#define CM_RESOURCE_PORT_BAR                                     0x100
#define CM_RESOURCE_PORT_IO                                      1
#define CM_RESOURCE_PORT_MEMORY                                  0
#define CM_RESOURCE_PORT_PASSIVE_DECODE                          0x40
#define CM_RESOURCE_PORT_POSITIVE_DECODE                         0x20
#define CM_RESOURCE_PORT_WINDOW_DECODE                           0x80
#define CM_SERVICE_MEASURED_BOOT_LOAD                            0x20
#define CM_SERVICE_NETWORK_BOOT_LOAD                             1
#define CM_SERVICE_SD_DISK_BOOT_LOAD                             8
#define CM_SERVICE_USB3_DISK_BOOT_LOAD                           0x10
#define CM_SERVICE_USB_DISK_BOOT_LOAD                            4
#define CM_SERVICE_VALID_PROMOTION_MASK                          255
#define CM_SERVICE_VERIFIER_BOOT_LOAD                            0x40
#define CM_SERVICE_VIRTUAL_DISK_BOOT_LOAD                        2
#define CM_SERVICE_WINPE_BOOT_LOAD                               0x80
#define CONNECT_CURRENT_VERSION                                  5
#define CONNECT_FULLY_SPECIFIED                                  1
#define CONNECT_FULLY_SPECIFIED_GROUP                            4
#define CONNECT_LINE_BASED                                       2
#define CONNECT_MESSAGE_BASED                                    3
#define CONNECT_MESSAGE_BASED_PASSIVE                            5
#define CORE_PARKING_POLICY_CHANGE_IDEAL                         0
#define CORE_PARKING_POLICY_CHANGE_MAX                           3
#define CORE_PARKING_POLICY_CHANGE_MULTISTEP                     3
#define CORE_PARKING_POLICY_CHANGE_ROCKET                        2
#define CORE_PARKING_POLICY_CHANGE_SINGLE                        1
#define CTMF_INCLUDE_APPCONTAINER                                1
#define CTMF_INCLUDE_LPAC                                        2
#define CTMF_VALID_FLAGS                                         3
#define ClfsClientRecord                                         3
#define ClfsContainerActive                                      4
#define ClfsContainerActivePendingDelete                         8
#define ClfsContainerInactive                                    2
#define ClfsContainerInitializing                                1
#define ClfsContainerPendingArchive                              0x10
#define ClfsContainerPendingArchiveAndDelete                     0x20
#define ClfsDataRecord                                           1
#define ClfsNullRecord                                           0
#define ClfsRestartRecord                                        2
#define ClsContainerActive                                       4
#define ClsContainerActivePendingDelete                          8
#define ClsContainerInactive                                     2
#define ClsContainerInitializing                                 1
#define ClsContainerPendingArchive                               0x10
#define ClsContainerPendingArchiveAndDelete                      0x20
#define CmResourceTypeBusNumber                                  6
#define CmResourceTypeConfigData                                 0x80
#define CmResourceTypeConnection                                 132
#define CmResourceTypeDevicePrivate                              129
#define CmResourceTypeDeviceSpecific                             5
#define CmResourceTypeDma                                        4
#define CmResourceTypeInterrupt                                  2
#define CmResourceTypeMemory                                     3
#define CmResourceTypeMemoryLarge                                7
#define CmResourceTypeMfCardConfig                               131
#define CmResourceTypeNonArbitrated                              0x80
#define CmResourceTypeNull                                       0
#define CmResourceTypePcCardConfig                               130
#define CmResourceTypePort                                       1
#define D3COLD_SUPPORT_INTERFACE_VERSION                         1
#define DACL_SECURITY_INFORMATION                                4
#define DBG_STATUS_BUGCHECK_FIRST                                3
#define DBG_STATUS_BUGCHECK_SECOND                               4
#define DBG_STATUS_CONTROL_C                                     1
#define DBG_STATUS_DEBUG_CONTROL                                 6
#define DBG_STATUS_FATAL                                         5
#define DBG_STATUS_SYSRQ                                         2
#define DBG_STATUS_WORKER                                        7
#define DEFAULT_IMPERSONATION_LEVEL                              2
#define DELETE                                                   0x10000
#define DEVICE_DESCRIPTION_VERSION                               0
#define DEVICE_DESCRIPTION_VERSION1                              1
#define DEVICE_DESCRIPTION_VERSION2                              2
#define DEVICE_DESCRIPTION_VERSION3                              3
#define DEVICE_INTERFACE_INCLUDE_NONACTIVE                       1
#define DEVICE_RESET_INTERFACE_VERSION                           1
#define DIAGNOSTIC_REASON_DETAILED_STRING                        2
#define DIAGNOSTIC_REASON_INVALID_FLAGS                          0x7FFFFFF8
#define DIAGNOSTIC_REASON_NOT_SPECIFIED                          0x80000000
#define DIAGNOSTIC_REASON_SIMPLE_STRING                          1
#define DIAGNOSTIC_REASON_VERSION                                0
#define DIRECTORY_ALL_ACCESS                                     0xF000F
#define DIRECTORY_CREATE_OBJECT                                  4
#define DIRECTORY_CREATE_SUBDIRECTORY                            8
#define DIRECTORY_QUERY                                          1
#define DIRECTORY_TRAVERSE                                       2
#define DISPATCH_LEVEL                                           2
#define DMAV3_TRANFER_WIDTH_128                                  4
#define DMAV3_TRANFER_WIDTH_16                                   1
#define DMAV3_TRANFER_WIDTH_256                                  5
#define DMAV3_TRANFER_WIDTH_32                                   2
#define DMAV3_TRANFER_WIDTH_64                                   3
#define DMAV3_TRANFER_WIDTH_8                                    0
#define DMA_ADAPTER_INFO_VERSION1                                1
#define DMA_SYNCHRONOUS_CALLBACK                                 1
#define DMA_TRANSFER_CONTEXT_SIZE_V1                             128
#define DMA_TRANSFER_CONTEXT_VERSION1                            1
#define DMA_TRANSFER_INFO_VERSION1                               1
#define DMA_ZERO_BUFFERS                                         2
#define DOMAIN_COMMON_BUFFER_LARGE_PAGE                          1
#define DPC_NORMAL                                               0
#define DPC_THREADED                                             1
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_REVISION_1              1
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_SIGNATURE               0xAEBECEDE
#define DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK_VER_1_SIZE              16ULL
#define DRS_LEVEL                                                14
#define DRVO_BUILTIN_DRIVER                                      4
#define DRVO_LEGACY_DRIVER                                       2
#define DRVO_UNLOAD_INVOKED                                      1
#define DUPLICATE_CLOSE_SOURCE                                   1
#define DUPLICATE_SAME_ACCESS                                    2
#define DUPLICATE_SAME_ATTRIBUTES                                4
#define EISA_EMPTY_SLOT                                          131
#define EISA_FREE_FORM_DATA                                      0x40
#define EISA_FUNCTION_ENABLED                                    0x80
#define EISA_HAS_DMA_ENTRY                                       8
#define EISA_HAS_INFORMATION                                     31
#define EISA_HAS_IRQ_ENTRY                                       4
#define EISA_HAS_MEMORY_ENTRY                                    2
#define EISA_HAS_PORT_INIT_ENTRY                                 0x20
#define EISA_HAS_PORT_RANGE                                      0x10
#define EISA_HAS_TYPE_ENTRY                                      1
#define EISA_INVALID_BIOS_CALL                                   134
#define EISA_INVALID_CONFIGURATION                               130
#define EISA_INVALID_FUNCTION                                    129
#define EISA_INVALID_SLOT                                        0x80
#define EISA_MEMORY_TYPE_RAM                                     1
#define EISA_MORE_ENTRIES                                        0x80
#define EISA_SYSTEM_MEMORY                                       0
#define ENLISTMENT_ALL_ACCESS                                    0xF001F
#define ENLISTMENT_GENERIC_EXECUTE                               0x2001C
#define ENLISTMENT_GENERIC_READ                                  0x20001
#define ENLISTMENT_GENERIC_WRITE                                 0x2001E
#define ENLISTMENT_QUERY_INFORMATION                             1
#define ENLISTMENT_RECOVER                                       4
#define ENLISTMENT_SET_INFORMATION                               2
#define ENLISTMENT_SUBORDINATE_RIGHTS                            8
#define ENLISTMENT_SUPERIOR_RIGHTS                               0x10
#define ERROR_LOG_LIMIT_SIZE                                     240
#define ERROR_LOG_MAXIMUM_SIZE                                   240ULL
#define ERROR_LOG_MESSAGE_LIMIT_SIZE                             344ULL
#define ES_AWAYMODE_REQUIRED                                     0x40
#define ES_CONTINUOUS                                            0x80000000
#define ES_DISPLAY_REQUIRED                                      2
#define ES_SYSTEM_REQUIRED                                       1
#define ES_USER_PRESENT                                          4
#define EVENT_ALL_ACCESS                                         0x1F0003
#define EVENT_MODIFY_STATE                                       2
#define EVENT_QUERY_STATE                                        1
#define EXCEPTION_ALIGNMENT_CHECK                                17
#define EXCEPTION_BOUND_CHECK                                    5
#define EXCEPTION_COLLIDED_UNWIND                                0x40
#define EXCEPTION_DEBUG                                          1
#define EXCEPTION_DIVIDED_BY_ZERO                                0
#define EXCEPTION_DOUBLE_FAULT                                   8
#define EXCEPTION_EXIT_UNWIND                                    4
#define EXCEPTION_GP_FAULT                                       13
#define EXCEPTION_INT3                                           3
#define EXCEPTION_INVALID_OPCODE                                 6
#define EXCEPTION_INVALID_TSS                                    10
#define EXCEPTION_MAXIMUM_PARAMETERS                             15
#define EXCEPTION_NESTED_CALL                                    0x10
#define EXCEPTION_NMI                                            2
#define EXCEPTION_NONCONTINUABLE                                 1
#define EXCEPTION_NPX_ERROR                                      0x10
#define EXCEPTION_NPX_NOT_AVAILABLE                              7
#define EXCEPTION_NPX_OVERRUN                                    9
#define EXCEPTION_RESERVED_TRAP                                  15
#define EXCEPTION_SEGMENT_NOT_PRESENT                            11
#define EXCEPTION_STACK_FAULT                                    12
#define EXCEPTION_STACK_INVALID                                  8
#define EXCEPTION_TARGET_UNWIND                                  0x20
#define EXCEPTION_UNWIND                                         102
#define EXCEPTION_UNWINDING                                      2
#define EXCEPTION_VIRTUALIZATION_FAULT                           0x20
#define EX_CARR_ALLOCATE_NONPAGED_POOL                           1
#define EX_CARR_ALLOCATE_PAGED_POOL                              0
#define EX_CARR_DISABLE_EXPANSION                                2
#define EX_CARR_VALID_FLAGS                                      3
#define EX_LOOKASIDE_LIST_EX_FLAGS_FAIL_NO_RAISE                 2
#define EX_LOOKASIDE_LIST_EX_FLAGS_RAISE_ON_FAIL                 1
#define EX_MAXIMUM_LOOKASIDE_DEPTH_BASE                          256
#define EX_MAXIMUM_LOOKASIDE_DEPTH_LIMIT                         1024
#define EX_RUNDOWN_ACTIVE                                        1
#define EX_RUNDOWN_COUNT_INC                                     2
#define EX_RUNDOWN_COUNT_SHIFT                                   1
#define EX_TIMER_HIGH_RESOLUTION                                 4
#define EX_TIMER_NOTIFICATION                                    0x80000000
#define EX_TIMER_NO_WAKE                                         8
#define EX_TIMER_UNLIMITED_TOLERANCE                             (-1LL)
#define FAST_FAIL_APCS_DISABLED                                  0x20
#define FAST_FAIL_CERTIFICATION_FAILURE                          20
#define FAST_FAIL_CORRUPT_LIST_ENTRY                             3
#define FAST_FAIL_CRYPTO_LIBRARY                                 22
#define FAST_FAIL_DEPRECATED_SERVICE_INVOKED                     27
#define FAST_FAIL_DLOAD_PROTECTION_FAILURE                       25
#define FAST_FAIL_ENCLAVE_CALL_FAILURE                           53
#define FAST_FAIL_FATAL_APP_EXIT                                 7
#define FAST_FAIL_GS_COOKIE_INIT                                 6
#define FAST_FAIL_GUARD_EXPORT_SUPPRESSION_FAILURE               46
#define FAST_FAIL_GUARD_ICALL_CHECK_FAILURE                      10
#define FAST_FAIL_GUARD_ICALL_CHECK_SUPPRESSED                   31
#define FAST_FAIL_GUARD_JUMPTABLE                                37
#define FAST_FAIL_GUARD_SS_FAILURE                               44
#define FAST_FAIL_GUARD_WRITE_CHECK_FAILURE                      11
#define FAST_FAIL_HEAP_METADATA_CORRUPTION                       50
#define FAST_FAIL_INCORRECT_STACK                                4
#define FAST_FAIL_INVALID_ARG                                    5
#define FAST_FAIL_INVALID_BALANCED_TREE                          29
#define FAST_FAIL_INVALID_BUFFER_ACCESS                          28
#define FAST_FAIL_INVALID_CALL_IN_DLL_CALLOUT                    23
#define FAST_FAIL_INVALID_CONTROL_STACK                          47
#define FAST_FAIL_INVALID_DISPATCH_CONTEXT                       39
#define FAST_FAIL_INVALID_EXCEPTION_CHAIN                        21
#define FAST_FAIL_INVALID_FAST_FAIL_CODE                         0xFFFFFFFF
#define FAST_FAIL_INVALID_FIBER_SWITCH                           12
#define FAST_FAIL_INVALID_FILE_OPERATION                         42
#define FAST_FAIL_INVALID_IAT                                    49
#define FAST_FAIL_INVALID_IDLE_STATE                             33
#define FAST_FAIL_INVALID_IMAGE_BASE                             24
#define FAST_FAIL_INVALID_JUMP_BUFFER                            18
#define FAST_FAIL_INVALID_LOCK_STATE                             36
#define FAST_FAIL_INVALID_LONGJUMP_TARGET                        38
#define FAST_FAIL_INVALID_NEXT_THREAD                            30
#define FAST_FAIL_INVALID_REFERENCE_COUNT                        14
#define FAST_FAIL_INVALID_SET_OF_CONTEXT                         13
#define FAST_FAIL_INVALID_SYSCALL_NUMBER                         41
#define FAST_FAIL_INVALID_THREAD                                 40
#define FAST_FAIL_LEGACY_GS_VIOLATION                            0
#define FAST_FAIL_LOADER_CONTINUITY_FAILURE                      45
#define FAST_FAIL_LOW_LABEL_ACCESS_DENIED                        52
#define FAST_FAIL_LPAC_ACCESS_DENIED                             43
#define FAST_FAIL_MRDATA_MODIFIED                                19
#define FAST_FAIL_MRDATA_PROTECTION_FAILURE                      34
#define FAST_FAIL_PAYLOAD_RESTRICTION_VIOLATION                  51
#define FAST_FAIL_RANGE_CHECK_FAILURE                            8
#define FAST_FAIL_SET_CONTEXT_DENIED                             48
#define FAST_FAIL_STACK_COOKIE_CHECK_FAILURE                     2
#define FAST_FAIL_UNEXPECTED_HEAP_EXCEPTION                      35
#define FAST_FAIL_UNHANDLED_LSS_EXCEPTON                         54
#define FAST_FAIL_UNSAFE_EXTENSION_CALL                          26
#define FAST_FAIL_UNSAFE_REGISTRY_ACCESS                         9
#define FAST_FAIL_VTGUARD_CHECK_FAILURE                          1
#define FILE_128_BYTE_ALIGNMENT                                  127
#define FILE_256_BYTE_ALIGNMENT                                  255
#define FILE_32_BYTE_ALIGNMENT                                   31
#define FILE_512_BYTE_ALIGNMENT                                  511
#define FILE_64_BYTE_ALIGNMENT                                   63
#define FILE_ADD_FILE                                            2
#define FILE_ADD_SUBDIRECTORY                                    4
#define FILE_ALL_ACCESS                                          0x1F01FF
#define FILE_APPEND_DATA                                         4
#define FILE_ATTRIBUTE_ARCHIVE                                   0x20
#define FILE_ATTRIBUTE_COMPRESSED                                0x800
#define FILE_ATTRIBUTE_DEDICATED                                 0x100
#define FILE_ATTRIBUTE_DEVICE                                    0x40
#define FILE_ATTRIBUTE_DIRECTORY                                 0x10
#define FILE_ATTRIBUTE_EA                                        0x40000
#define FILE_ATTRIBUTE_ENCRYPTED                                 0x4000
#define FILE_ATTRIBUTE_HIDDEN                                    2
#define FILE_ATTRIBUTE_INTEGRITY_STREAM                          0x8000
#define FILE_ATTRIBUTE_NORMAL                                    0x80
#define FILE_ATTRIBUTE_NOT_CONTENT_INDEXED                       0x2000
#define FILE_ATTRIBUTE_NO_SCRUB_DATA                             0x20000
#define FILE_ATTRIBUTE_OFFLINE                                   0x1000
#define FILE_ATTRIBUTE_PINNED                                    0x80000
#define FILE_ATTRIBUTE_READONLY                                  1
#define FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS                     0x400000
#define FILE_ATTRIBUTE_RECALL_ON_OPEN                            0x40000
#define FILE_ATTRIBUTE_REPARSE_POINT                             0x400
#define FILE_ATTRIBUTE_SPARSE_FILE                               0x200
#define FILE_ATTRIBUTE_STRICTLY_SEQUENTIAL                       0x20000000
#define FILE_ATTRIBUTE_SYSTEM                                    4
#define FILE_ATTRIBUTE_TEMPORARY                                 0x100
#define FILE_ATTRIBUTE_UNPINNED                                  0x100000
#define FILE_ATTRIBUTE_VALID_FLAGS                               0x5AFFB7
#define FILE_ATTRIBUTE_VALID_KERNEL_SET_FLAGS                    0x5A31A7
#define FILE_ATTRIBUTE_VALID_SET_FLAGS                           0x1A31A7
#define FILE_ATTRIBUTE_VIRTUAL                                   0x10000
#define FILE_AUTOGENERATED_DEVICE_NAME                           0x80
#define FILE_BYTE_ALIGNMENT                                      0
#define FILE_CHARACTERISTIC_CSV                                  0x10000
#define FILE_CHARACTERISTIC_PNP_DEVICE                           0x800
#define FILE_CHARACTERISTIC_TS_DEVICE                            0x1000
#define FILE_CHARACTERISTIC_WEBDAV_DEVICE                        0x2000
#define FILE_COMPLETE_IF_OPLOCKED                                0x100
#define FILE_CREATE                                              2
#define FILE_CREATED                                             2
#define FILE_CREATE_PIPE_INSTANCE                                4
#define FILE_CREATE_TREE_CONNECTION                              0x80
#define FILE_DELETE_CHILD                                        0x40
#define FILE_DELETE_ON_CLOSE                                     0x1000
#define FILE_DEVICE_ALLOW_APPCONTAINER_TRAVERSAL                 0x20000
#define FILE_DEVICE_IS_MOUNTED                                   0x20
#define FILE_DEVICE_SECURE_OPEN                                  0x100
#define FILE_DIRECTORY_FILE                                      1
#define FILE_DISALLOW_EXCLUSIVE                                  0x20000
#define FILE_DOES_NOT_EXIST                                      5
#define FILE_EXECUTE                                             0x20
#define FILE_EXISTS                                              4
#define FILE_FLOPPY_DISKETTE                                     4
#define FILE_GENERIC_EXECUTE                                     0x1200A0
#define FILE_GENERIC_READ                                        0x120089
#define FILE_GENERIC_WRITE                                       0x120116
#define FILE_LIST_DIRECTORY                                      1
#define FILE_LONG_ALIGNMENT                                      3
#define FILE_MAXIMUM_DISPOSITION                                 5
#define FILE_NON_DIRECTORY_FILE                                  0x40
#define FILE_NO_COMPRESSION                                      0x8000
#define FILE_NO_EA_KNOWLEDGE                                     0x200
#define FILE_NO_INTERMEDIATE_BUFFERING                           8
#define FILE_OCTA_ALIGNMENT                                      15
#define FILE_OPEN                                                1
#define FILE_OPENED                                              1
#define FILE_OPEN_BY_FILE_ID                                     0x2000
#define FILE_OPEN_FOR_BACKUP_INTENT                              0x4000
#define FILE_OPEN_FOR_FREE_SPACE_QUERY                           0x800000
#define FILE_OPEN_IF                                             3
#define FILE_OPEN_NO_RECALL                                      0x400000
#define FILE_OPEN_REMOTE_INSTANCE                                0x400
#define FILE_OPEN_REPARSE_POINT                                  0x200000
#define FILE_OPEN_REQUIRING_OPLOCK                               0x10000
#define FILE_OVERWRITE                                           4
#define FILE_OVERWRITE_IF                                        5
#define FILE_OVERWRITTEN                                         3
#define FILE_PORTABLE_DEVICE                                     0x40000
#define FILE_QUAD_ALIGNMENT                                      7
#define FILE_RANDOM_ACCESS                                       0x800
#define FILE_READ_ATTRIBUTES                                     0x80
#define FILE_READ_DATA                                           1
#define FILE_READ_EA                                             8
#define FILE_READ_ONLY_DEVICE                                    2
#define FILE_REMOTE_DEVICE                                       0x10
#define FILE_REMOVABLE_MEDIA                                     1
#define FILE_RESERVE_OPFILTER                                    0x100000
#define FILE_SEQUENTIAL_ONLY                                     4
#define FILE_SESSION_AWARE                                       0x40000
#define FILE_SHARE_DELETE                                        4
#define FILE_SHARE_READ                                          1
#define FILE_SHARE_VALID_FLAGS                                   7
#define FILE_SHARE_WRITE                                         2
#define FILE_SKIP_COMPLETION_PORT_ON_SUCCESS                     1
#define FILE_SKIP_SET_EVENT_ON_HANDLE                            2
#define FILE_SKIP_SET_USER_EVENT_ON_FAST_IO                      4
#define FILE_SUPERSEDE                                           0
#define FILE_SUPERSEDED                                          0
#define FILE_SYNCHRONOUS_IO_ALERT                                0x10
#define FILE_SYNCHRONOUS_IO_NONALERT                             0x20
#define FILE_TRAVERSE                                            0x20
#define FILE_USE_FILE_POINTER_POSITION                           0xFFFFFFFE
#define FILE_VALID_MAILSLOT_OPTION_FLAGS                         50
#define FILE_VALID_OPTION_FLAGS                                  0xFFFFFF
#define FILE_VALID_PIPE_OPTION_FLAGS                             50
#define FILE_VALID_SET_FLAGS                                     54
#define FILE_VIRTUAL_VOLUME                                      0x40
#define FILE_WORD_ALIGNMENT                                      1
#define FILE_WRITE_ATTRIBUTES                                    0x100
#define FILE_WRITE_DATA                                          2
#define FILE_WRITE_EA                                            0x10
#define FILE_WRITE_ONCE_MEDIA                                    8
#define FILE_WRITE_THROUGH                                       2
#define FILE_WRITE_TO_END_OF_FILE                                0xFFFFFFFF
#define FLAG_OWNER_POINTER_IS_THREAD                             1
#define FLUSH_FLAGS_FILE_DATA_ONLY                               1
#define FLUSH_FLAGS_FILE_DATA_SYNC_ONLY                          4
#define FLUSH_FLAGS_NO_SYNC                                      2
#define FLUSH_MULTIPLE_MAXIMUM                                   19
#define FM_LOCK_BIT                                              1
#define FM_LOCK_BIT_V                                            0
#define FO_ALERTABLE_IO                                          4
#define FO_CACHE_SUPPORTED                                       0x40
#define FO_CLEANUP_COMPLETE                                      0x4000
#define FO_DELETE_ON_CLOSE                                       0x10000
#define FO_DIRECT_DEVICE_OPEN                                    0x800
#define FO_DISALLOW_EXCLUSIVE                                    0x2000000
#define FO_FILE_FAST_IO_READ                                     0x80000
#define FO_FILE_MODIFIED                                         0x1000
#define FO_FILE_OPEN                                             1
#define FO_FILE_OPEN_CANCELLED                                   0x200000
#define FO_FILE_SIZE_CHANGED                                     8192
#define FO_FLAGS_VALID_ONLY_DURING_CREATE                        0x2000000
#define FO_GENERATE_AUDIT_ON_CLOSE                               0x400
#define FO_HANDLE_CREATED                                        0x40000
#define FO_INDIRECT_WAIT_OBJECT                                  0x10000000
#define FO_MAILSLOT                                              0x200
#define FO_NAMED_PIPE                                            0x80
#define FO_NO_INTERMEDIATE_BUFFERING                             8
#define FO_OPENED_CASE_SENSITIVE                                 0x20000
#define FO_QUEUE_IRP_TO_THREAD                                   0x400
#define FO_RANDOM_ACCESS                                         0x100000
#define FO_REMOTE_ORIGIN                                         0x1000000
#define FO_SECTION_MINSTORE_TREATMENT                            0x20000000
#define FO_SEQUENTIAL_ONLY                                       0x20
#define FO_SKIP_COMPLETION_PORT                                  0x2000000
#define FO_SKIP_SET_EVENT                                        0x4000000
#define FO_SKIP_SET_FAST_IO                                      0x8000000
#define FO_STREAM_FILE                                           0x100
#define FO_SYNCHRONOUS_IO                                        2
#define FO_TEMPORARY_FILE                                        0x8000
#define FO_VOLUME_OPEN                                           0x400000
#define FO_WRITE_THROUGH                                         0x10
#define GENERIC_ALL                                              0x10000000
#define GENERIC_EXECUTE                                          0x20000000
#define GENERIC_READ                                             0x80000000
#define GENERIC_WRITE                                            0x40000000
#define GROUP_SECURITY_INFORMATION                               2
#define HAL_DMA_ADAPTER_VERSION_1                                1
#define HAL_MASK_UNMASK_FLAGS_NONE                               0
#define HAL_MASK_UNMASK_FLAGS_SERVICING_COMPLETE                 2
#define HAL_MASK_UNMASK_FLAGS_SERVICING_DEFERRED                 1
#define HASH_STRING_ALGORITHM_DEFAULT                            0
#define HASH_STRING_ALGORITHM_INVALID                            0xFFFFFFFF
#define HASH_STRING_ALGORITHM_X65599                             1
#define HIGH_LEVEL                                               15
#define HIGH_PRIORITY                                            31
#define IMAGE_POLICY_METADATA_VERSION                            1
#define INITIAL_PRIVILEGE_COUNT                                  3
#define INVALID_PROCESSOR_INDEX                                  0xFFFFFFFF
#define IOCTL_CANCEL_DEVICE_WAKE                                 0x298008
#define IOCTL_QUERY_DEVICE_POWER_STATE                           0x294000
#define IOCTL_SET_DEVICE_WAKE                                    0x298004
#define IO_ATTRIBUTION_INFO_V1                                   1
#define IO_CHECK_SHARE_ACCESS_UPDATE_SHARE_ACCESS                1
#define IO_ERROR_LOG_MESSAGE_HEADER_LENGTH                       104ULL
#define IO_ERROR_LOG_MESSAGE_LENGTH                              344ULL
#define IO_FORCE_ACCESS_CHECK                                    1
#define IO_NO_PARAMETER_CHECKING                                 0x100
#define IO_REMOUNT                                               1
#define IO_REPARSE                                               0
#define IO_REPARSE_GLOBAL                                        2
#define IO_RESOURCE_ALTERNATIVE                                  8
#define IO_RESOURCE_DEFAULT                                      2
#define IO_RESOURCE_PREFERRED                                    1
#define IO_SESSION_MAX_PAYLOAD_SIZE                              256
#define IO_SESSION_STATE_ALL_EVENTS                              0xFFFFFFFF
#define IO_SESSION_STATE_CONNECT_EVENT                           4
#define IO_SESSION_STATE_CREATION_EVENT                          1
#define IO_SESSION_STATE_DISCONNECT_EVENT                        8
#define IO_SESSION_STATE_LOGOFF_EVENT                            0x20
#define IO_SESSION_STATE_LOGON_EVENT                             0x10
#define IO_SESSION_STATE_TERMINATION_EVENT                       2
#define IO_SESSION_STATE_VALID_EVENT_MASK                        63
#define IO_SET_IRP_IO_ATTRIBUTION_FLAGS_MASK                     3
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_PROCESS                   2
#define IO_SET_IRP_IO_ATTRIBUTION_FROM_THREAD                    1
#define IO_SHARE_ACCESS_NO_WRITE_PERMISSION                      0x80000000
#define IO_TYPE_ADAPTER                                          1
#define IO_TYPE_CONTROLLER                                       2
#define IO_TYPE_CSQ                                              2
#define IO_TYPE_CSQ_EX                                           3
#define IO_TYPE_CSQ_IRP_CONTEXT                                  1
#define IO_TYPE_DEVICE                                           3
#define IO_TYPE_DEVICE_OBJECT_EXTENSION                          13
#define IO_TYPE_DRIVER                                           4
#define IO_TYPE_ERROR_LOG                                        11
#define IO_TYPE_ERROR_MESSAGE                                    12
#define IO_TYPE_FILE                                             5
#define IO_TYPE_IRP                                              6
#define IO_TYPE_MASTER_ADAPTER                                   7
#define IO_TYPE_OPEN_PACKET                                      8
#define IO_TYPE_TIMER                                            9
#define IO_TYPE_VPB                                              10
#define IPI_LEVEL                                                14
#define IRP_ALLOCATED_FIXED_SIZE                                 4
#define IRP_ALLOCATED_MUST_SUCCEED                               2
#define IRP_ASSOCIATED_IRP                                       8
#define IRP_BUFFERED_IO                                          0x10
#define IRP_CLOSE_OPERATION                                      0x400
#define IRP_CREATE_OPERATION                                     0x80
#define IRP_DEALLOCATE_BUFFER                                    0x20
#define IRP_DEFER_IO_COMPLETION                                  0x800
#define IRP_HOLD_DEVICE_QUEUE                                    0x2000
#define IRP_INPUT_OPERATION                                      0x40
#define IRP_LOOKASIDE_ALLOCATION                                 8
#define IRP_MJ_CLEANUP                                           18
#define IRP_MJ_CLOSE                                             2
#define IRP_MJ_CREATE                                            0
#define IRP_MJ_CREATE_MAILSLOT                                   19
#define IRP_MJ_CREATE_NAMED_PIPE                                 1
#define IRP_MJ_DEVICE_CHANGE                                     24
#define IRP_MJ_DEVICE_CONTROL                                    14
#define IRP_MJ_DIRECTORY_CONTROL                                 12
#define IRP_MJ_FILE_SYSTEM_CONTROL                               13
#define IRP_MJ_FLUSH_BUFFERS                                     9
#define IRP_MJ_INTERNAL_DEVICE_CONTROL                           15
#define IRP_MJ_LOCK_CONTROL                                      17
#define IRP_MJ_MAXIMUM_FUNCTION                                  27
#define IRP_MJ_PNP                                               27
#define IRP_MJ_PNP_POWER                                         27
#define IRP_MJ_POWER                                             22
#define IRP_MJ_QUERY_EA                                          7
#define IRP_MJ_QUERY_INFORMATION                                 5
#define IRP_MJ_QUERY_QUOTA                                       25
#define IRP_MJ_QUERY_SECURITY                                    20
#define IRP_MJ_QUERY_VOLUME_INFORMATION                          10
#define IRP_MJ_READ                                              3
#define IRP_MJ_SCSI                                              15
#define IRP_MJ_SET_EA                                            8
#define IRP_MJ_SET_INFORMATION                                   6
#define IRP_MJ_SET_QUOTA                                         26
#define IRP_MJ_SET_SECURITY                                      21
#define IRP_MJ_SET_VOLUME_INFORMATION                            11
#define IRP_MJ_SHUTDOWN                                          0x10
#define IRP_MJ_SYSTEM_CONTROL                                    23
#define IRP_MJ_WRITE                                             4
#define IRP_MN_CANCEL_REMOVE_DEVICE                              3
#define IRP_MN_CANCEL_STOP_DEVICE                                6
#define IRP_MN_CHANGE_SINGLE_INSTANCE                            2
#define IRP_MN_CHANGE_SINGLE_ITEM                                3
#define IRP_MN_DEVICE_ENUMERATED                                 25
#define IRP_MN_DEVICE_USAGE_NOTIFICATION                         22
#define IRP_MN_DISABLE_COLLECTION                                7
#define IRP_MN_DISABLE_EVENTS                                    5
#define IRP_MN_EJECT                                             17
#define IRP_MN_ENABLE_COLLECTION                                 6
#define IRP_MN_ENABLE_EVENTS                                     4
#define IRP_MN_EXECUTE_METHOD                                    9
#define IRP_MN_FILTER_RESOURCE_REQUIREMENTS                      13
#define IRP_MN_POWER_SEQUENCE                                    1
#define IRP_MN_QUERY_ALL_DATA                                    0
#define IRP_MN_QUERY_BUS_INFORMATION                             21
#define IRP_MN_QUERY_CAPABILITIES                                9
#define IRP_MN_QUERY_DEVICE_RELATIONS                            7
#define IRP_MN_QUERY_DEVICE_TEXT                                 12
#define IRP_MN_QUERY_ID                                          19
#define IRP_MN_QUERY_INTERFACE                                   8
#define IRP_MN_QUERY_PNP_DEVICE_STATE                            20
#define IRP_MN_QUERY_POWER                                       3
#define IRP_MN_QUERY_REMOVE_DEVICE                               1
#define IRP_MN_QUERY_RESOURCES                                   10
#define IRP_MN_QUERY_RESOURCE_REQUIREMENTS                       11
#define IRP_MN_QUERY_SINGLE_INSTANCE                             1
#define IRP_MN_QUERY_STOP_DEVICE                                 5
#define IRP_MN_READ_CONFIG                                       15
#define IRP_MN_REGINFO                                           8
#define IRP_MN_REGINFO_EX                                        11
#define IRP_MN_REMOVE_DEVICE                                     2
#define IRP_MN_SCSI_CLASS                                        1
#define IRP_MN_SET_LOCK                                          18
#define IRP_MN_SET_POWER                                         2
#define IRP_MN_START_DEVICE                                      0
#define IRP_MN_STOP_DEVICE                                       4
#define IRP_MN_SURPRISE_REMOVAL                                  23
#define IRP_MN_WAIT_WAKE                                         0
#define IRP_MN_WRITE_CONFIG                                      0x10
#define IRP_MOUNT_COMPLETION                                     2
#define IRP_NOCACHE                                              1
#define IRP_OB_QUERY_NAME                                        0x1000
#define IRP_PAGING_IO                                            2
#define IRP_QUOTA_CHARGED                                        1
#define IRP_READ_OPERATION                                       0x100
#define IRP_SYNCHRONOUS_API                                      4
#define IRP_SYNCHRONOUS_PAGING_IO                                0x40
#define IRP_UM_DRIVER_INITIATED_IO                               0x400000
#define IRP_WRITE_OPERATION                                      0x200
#define IsNEC_98                                                 0
#define IsNotNEC_98                                              1
#define KAPC_ACTUAL_LENGTH                                       83ULL
#define KAPC_OFFSET_TO_APCSTATEINDEX                             80
#define KAPC_OFFSET_TO_SPARE_BYTE0                               1
#define KAPC_OFFSET_TO_SPARE_BYTE1                               3
#define KAPC_OFFSET_TO_SPARE_LONG                                4
#define KAPC_OFFSET_TO_SYSTEMARGUMENT1                           0x40
#define KAPC_OFFSET_TO_SYSTEMARGUMENT2                           72
#define KB_ADD_PAGES_FLAG_ADDITIONAL_RANGES_EXIST                0x80000000
#define KB_ADD_PAGES_FLAG_PHYSICAL_ADDRESS                       2
#define KB_ADD_PAGES_FLAG_VIRTUAL_ADDRESS                        1
#define KB_REMOVE_PAGES_FLAG_ADDITIONAL_RANGES_EXIST             0x80000000
#define KB_REMOVE_PAGES_FLAG_PHYSICAL_ADDRESS                    2
#define KB_REMOVE_PAGES_FLAG_VIRTUAL_ADDRESS                     1
#define KB_SECONDARY_DATA_FLAG_ADDITIONAL_DATA                   1
#define KB_SECONDARY_DATA_FLAG_NO_DEVICE_ACCESS                  2
#define KEY_ALL_ACCESS                                           0xF003F
#define KEY_CREATE_LINK                                          0x20
#define KEY_CREATE_SUB_KEY                                       4
#define KEY_ENUMERATE_SUB_KEYS                                   8
#define KEY_EXECUTE                                              0x20019
#define KEY_NOTIFY                                               0x10
#define KEY_QUERY_VALUE                                          1
#define KEY_READ                                                 0x20019
#define KEY_SET_VALUE                                            2
#define KEY_WOW64_32KEY                                          0x200
#define KEY_WOW64_64KEY                                          0x100
#define KEY_WOW64_RES                                            0x300
#define KEY_WRITE                                                0x20006
#define KE_PROCESSOR_CHANGE_ADD_EXISTING                         1
#define KSEMAPHORE_ACTUAL_LENGTH                                 28ULL
#define KTIMER_ACTUAL_LENGTH                                     64ULL
#define LABEL_SECURITY_INFORMATION                               0x10
#define LOCK_QUEUE_OWNER                                         2
#define LOCK_QUEUE_OWNER_BIT                                     1
#define LOCK_QUEUE_WAIT                                          1
#define LOCK_QUEUE_WAIT_BIT                                      0
#define LOG_POLICY_OVERWRITE                                     1
#define LOG_POLICY_PERSIST                                       2
#define LONGLONG_MASK                                            0x7ULL
#define LONGLONG_SIZE                                            8ULL
#define LONG_2ND_MOST_SIGNIFICANT_BIT                            2
#define LONG_3RD_MOST_SIGNIFICANT_BIT                            1
#define LONG_LEAST_SIGNIFICANT_BIT                               0
#define LONG_MASK                                                0x3ULL
#define LONG_MOST_SIGNIFICANT_BIT                                3
#define LONG_SIZE                                                4ULL
#define LOOKASIDE_MINIMUM_BLOCK_SIZE                             8ULL
#define LOWBYTE_MASK                                             255
#define LOW_LEVEL                                                0
#define LOW_PRIORITY                                             0
#define LOW_REALTIME_PRIORITY                                    0x10
#define LTP_PC_SMT                                               1
#define LockQueueAfdWorkQueueLock                                13
#define LockQueueBcbLock                                         14
#define LockQueueIoCancelLock                                    7
#define LockQueueIoCompletionLock                                11
#define LockQueueIoDatabaseLock                                  10
#define LockQueueIoVpbLock                                       9
#define LockQueueMasterLock                                      5
#define LockQueueMaximumLock                                     17
#define LockQueueNonPagedPoolLock                                6
#define LockQueueNtfsStructLock                                  12
#define LockQueueUnusedSpare0                                    0
#define LockQueueUnusedSpare1                                    1
#define LockQueueUnusedSpare15                                   15
#define LockQueueUnusedSpare16                                   0x10
#define LockQueueUnusedSpare2                                    2
#define LockQueueUnusedSpare3                                    3
#define LockQueueUnusedSpare8                                    8
#define LockQueueVacbLock                                        4
#define MAXIMUM_ALLOWED                                          0x2000000
#define MAXIMUM_FILENAME_LENGTH                                  256
#define MAXIMUM_PRIORITY                                         32
#define MAXIMUM_SUSPEND_COUNT                                    127
#define MAXIMUM_VOLUME_LABEL_LENGTH                              64ULL
#define MAXIMUM_WAIT_OBJECTS                                     64
#define MAX_ACL_REVISION                                         4
#define MDL_ALLOCATED_FIXED_SIZE                                 8
#define MDL_ALLOCATED_MUST_SUCCEED                               0x4000
#define MDL_DESCRIBES_AWE                                        0x400
#define MDL_FREE_EXTRA_PTES                                      0x200
#define MDL_INTERNAL                                             0x8000
#define MDL_IO_PAGE_READ                                         0x40
#define MDL_IO_SPACE                                             0x800
#define MDL_LOCKED_PAGE_TABLES                                   0x100
#define MDL_MAPPED_TO_SYSTEM_VA                                  1
#define MDL_MAPPING_CAN_FAIL                                     0x2000
#define MDL_NETWORK_HEADER                                       0x1000
#define MDL_PAGES_LOCKED                                         2
#define MDL_PAGE_CONTENTS_INVARIANT                              0x4000
#define MDL_PARENT_MAPPED_SYSTEM_VA                              0x100
#define MDL_PARTIAL                                              0x10
#define MDL_PARTIAL_HAS_BEEN_MAPPED                              0x20
#define MDL_SOURCE_IS_NONPAGED_POOL                              4
#define MDL_WRITE_OPERATION                                      0x80
#define MEM_4MB_PAGES                                            0x80000000
#define MEM_COMMIT                                               0x1000
#define MEM_DECOMMIT                                             0x4000
#define MEM_FREE                                                 0x10000
#define MEM_LARGE_PAGES                                          0x20000000
#define MEM_MAPPED                                               0x40000
#define MEM_PRIVATE                                              0x20000
#define MEM_RELEASE                                              0x8000
#define MEM_RESERVE                                              0x2000
#define MEM_RESET                                                0x80000
#define MEM_RESET_UNDO                                           0x1000000
#define MEM_TOP_DOWN                                             0x100000
#define MIN_ACL_REVISION                                         2
#define MM_ALLOCATE_AND_HOT_REMOVE                               0x100
#define MM_ALLOCATE_FAST_LARGE_PAGES                             0x40
#define MM_ALLOCATE_FROM_LOCAL_NODE_ONLY                         2
#define MM_ALLOCATE_FULLY_REQUIRED                               4
#define MM_ALLOCATE_NO_WAIT                                      8
#define MM_ALLOCATE_PREFER_CONTIGUOUS                            0x10
#define MM_ALLOCATE_REQUIRE_CONTIGUOUS_CHUNKS                    0x20
#define MM_ALLOCATE_TRIM_IF_NECESSARY                            0x80
#define MM_DONT_ZERO_ALLOCATION                                  1
#define MM_FREE_MDL_PAGES_ZERO                                   1
#define MM_MAXIMUM_DISK_IO_SIZE                                  65536
#define MM_PERMANENT_ADDRESS_IS_IO_SPACE                         1
#define MdlMappingNoExecute                                      0x40000000
#define MdlMappingNoWrite                                        0x80000000
#define OBJECT_TYPE_ALL_ACCESS                                   0xF0001
#define OBJECT_TYPE_CREATE                                       1
#define OBJ_NAME_PATH_SEPARATOR                                  92
#define OB_FLT_REGISTRATION_VERSION                              0x100
#define OB_FLT_REGISTRATION_VERSION_0100                         0x100
#define OB_OPERATION_HANDLE_CREATE                               1
#define OB_OPERATION_HANDLE_DUPLICATE                            2
#define OWNER_SECURITY_INFORMATION                               1
#define PAGE_ENCLAVE_NO_CHANGE                                   0x20000000
#define PAGE_ENCLAVE_THREAD_CONTROL                              0x80000000
#define PAGE_ENCLAVE_UNVALIDATED                                 0x20000000
#define PAGE_EXECUTE                                             0x10
#define PAGE_EXECUTE_READ                                        0x20
#define PAGE_EXECUTE_READWRITE                                   0x40
#define PAGE_EXECUTE_WRITECOPY                                   0x80
#define PAGE_GUARD                                               0x100
#define PAGE_NOACCESS                                            1
#define PAGE_NOCACHE                                             0x200
#define PAGE_READONLY                                            2
#define PAGE_READWRITE                                           4
#define PAGE_REVERT_TO_FILE_MAP                                  0x80000000
#define PAGE_SHIFT                                               12
#define PAGE_SIZE                                                4096
#define PAGE_TARGETS_INVALID                                     0x40000000
#define PAGE_TARGETS_NO_UPDATE                                   0x40000000
#define PAGE_WRITECOMBINE                                        0x400
#define PAGE_WRITECOPY                                           8
#define PASSIVE_LEVEL                                            0
#define PCI_ADDRESS_IO_ADDRESS_MASK                              0xFFFFFFFC
#define PCI_ADDRESS_IO_SPACE                                     1
#define PCI_ADDRESS_MEMORY_ADDRESS_MASK                          0xFFFFFFF0
#define PCI_ADDRESS_MEMORY_PREFETCHABLE                          8
#define PCI_ADDRESS_MEMORY_TYPE_MASK                             6
#define PCI_ADDRESS_ROM_ADDRESS_MASK                             0xFFFFF800
#define PCI_BRIDGE_TYPE                                          1
#define PCI_CAPABILITY_ID_ADVANCED_FEATURES                      19
#define PCI_CAPABILITY_ID_AGP                                    2
#define PCI_CAPABILITY_ID_AGP_TARGET                             14
#define PCI_CAPABILITY_ID_CPCI_HOTSWAP                           6
#define PCI_CAPABILITY_ID_CPCI_RES_CTRL                          11
#define PCI_CAPABILITY_ID_DEBUG_PORT                             10
#define PCI_CAPABILITY_ID_HYPERTRANSPORT                         8
#define PCI_CAPABILITY_ID_MSI                                    5
#define PCI_CAPABILITY_ID_MSIX                                   17
#define PCI_CAPABILITY_ID_P2P_SSID                               13
#define PCI_CAPABILITY_ID_PCIX                                   7
#define PCI_CAPABILITY_ID_PCI_EXPRESS                            0x10
#define PCI_CAPABILITY_ID_POWER_MANAGEMENT                       1
#define PCI_CAPABILITY_ID_SATA_CONFIG                            18
#define PCI_CAPABILITY_ID_SECURE                                 15
#define PCI_CAPABILITY_ID_SHPC                                   12
#define PCI_CAPABILITY_ID_SLOT_ID                                4
#define PCI_CAPABILITY_ID_VENDOR_SPECIFIC                        9
#define PCI_CAPABILITY_ID_VPD                                    3
#define PCI_CARDBUS_BRIDGE_TYPE                                  2
#define PCI_CLASS_BASE_SYSTEM_DEV                                8
#define PCI_CLASS_BRIDGE_DEV                                     6
#define PCI_CLASS_DATA_ACQ_SIGNAL_PROC                           17
#define PCI_CLASS_DISPLAY_CTLR                                   3
#define PCI_CLASS_DOCKING_STATION                                10
#define PCI_CLASS_ENCRYPTION_DECRYPTION                          0x10
#define PCI_CLASS_INPUT_DEV                                      9
#define PCI_CLASS_INTELLIGENT_IO_CTLR                            14
#define PCI_CLASS_MASS_STORAGE_CTLR                              1
#define PCI_CLASS_MEMORY_CTLR                                    5
#define PCI_CLASS_MULTIMEDIA_DEV                                 4
#define PCI_CLASS_NETWORK_CTLR                                   2
#define PCI_CLASS_NOT_DEFINED                                    255
#define PCI_CLASS_PRE_20                                         0
#define PCI_CLASS_PROCESSOR                                      11
#define PCI_CLASS_SATELLITE_COMMS_CTLR                           15
#define PCI_CLASS_SERIAL_BUS_CTLR                                12
#define PCI_CLASS_SIMPLE_COMMS_CTLR                              7
#define PCI_CLASS_WIRELESS_CTLR                                  13
#define PCI_COMMON_HDR_LENGTH                                    64
#define PCI_DEVICE_PRESENT_INTERFACE_VERSION                     1
#define PCI_DEVICE_TYPE                                          0
#define PCI_DISABLE_LEVEL_INTERRUPT                              0x400
#define PCI_ENABLE_BUS_MASTER                                    4
#define PCI_ENABLE_FAST_BACK_TO_BACK                             0x200
#define PCI_ENABLE_IO_SPACE                                      1
#define PCI_ENABLE_MEMORY_SPACE                                  2
#define PCI_ENABLE_PARITY                                        0x40
#define PCI_ENABLE_SERR                                          0x100
#define PCI_ENABLE_SPECIAL_CYCLES                                8
#define PCI_ENABLE_VGA_COMPATIBLE_PALETTE                        0x20
#define PCI_ENABLE_WAIT_CYCLE                                    0x80
#define PCI_ENABLE_WRITE_AND_INVALIDATE                          0x10
#define PCI_EXPRESS_ACCESS_CONTROL_SERVICES_CAP_ID               13
#define PCI_EXPRESS_ADVANCED_ERROR_REPORTING_CAP_ID              1
#define PCI_EXPRESS_ARI_CAP_ID                                   14
#define PCI_EXPRESS_ATS_CAP_ID                                   15
#define PCI_EXPRESS_CONFIGURATION_ACCESS_CORRELATION_CAP_ID      12
#define PCI_EXPRESS_DEVICE_SERIAL_NUMBER_CAP_ID                  3
#define PCI_EXPRESS_DPA_CAP_ID                                   22
#define PCI_EXPRESS_DPC_CAP_ID                                   29
#define PCI_EXPRESS_FRS_QUEUEING_CAP_ID                          33
#define PCI_EXPRESS_L1_PM_SS_CAP_ID                              30
#define PCI_EXPRESS_LINK_QUIESCENT_INTERFACE_VERSION             1
#define PCI_EXPRESS_LN_REQUESTER_CAP_ID                          28
#define PCI_EXPRESS_LTR_CAP_ID                                   24
#define PCI_EXPRESS_MFVC_CAP_ID                                  8
#define PCI_EXPRESS_MPCIE_CAP_ID                                 0x20
#define PCI_EXPRESS_MULTICAST_CAP_ID                             18
#define PCI_EXPRESS_MULTI_ROOT_IO_VIRTUALIZATION_CAP_ID          17
#define PCI_EXPRESS_PAGE_REQUEST_CAP_ID                          19
#define PCI_EXPRESS_PASID_CAP_ID                                 27
#define PCI_EXPRESS_PMUX_CAP_ID                                  26
#define PCI_EXPRESS_POWER_BUDGETING_CAP_ID                       4
#define PCI_EXPRESS_PTM_CAP_ID                                   31
#define PCI_EXPRESS_RCRB_HEADER_CAP_ID                           10
#define PCI_EXPRESS_RC_EVENT_COLLECTOR_ENDPOINT_ASSOCIATION_CAP_ID 7
#define PCI_EXPRESS_RC_INTERNAL_LINK_CONTROL_CAP_ID              6
#define PCI_EXPRESS_RC_LINK_DECLARATION_CAP_ID                   5
#define PCI_EXPRESS_READINESS_TIME_REPORTING_CAP_ID              34
#define PCI_EXPRESS_RESERVED_FOR_AMD_CAP_ID                      20
#define PCI_EXPRESS_RESIZABLE_BAR_CAP_ID                         21
#define PCI_EXPRESS_ROOT_PORT_INTERFACE_VERSION                  1
#define PCI_EXPRESS_SECONDARY_PCI_EXPRESS_CAP_ID                 25
#define PCI_EXPRESS_SINGLE_ROOT_IO_VIRTUALIZATION_CAP_ID         0x10
#define PCI_EXPRESS_TPH_REQUESTER_CAP_ID                         23
#define PCI_EXPRESS_VC_AND_MFVC_CAP_ID                           9
#define PCI_EXPRESS_VENDOR_SPECIFIC_CAP_ID                       11
#define PCI_EXPRESS_VIRTUAL_CHANNEL_CAP_ID                       2
#define PCI_EXTENDED_CONFIG_LENGTH                               4096
#define PCI_INVALID_VENDORID                                     0xFFFF
#define PCI_MAX_BRIDGE_NUMBER                                    255
#define PCI_MAX_DEVICES                                          32
#define PCI_MAX_FUNCTION                                         8
#define PCI_MSIX_TABLE_CONFIG_INTERFACE_VERSION                  1
#define PCI_MSIX_TABLE_CONFIG_MINIMUM_SIZE                       56ULL
#define PCI_MULTIFUNCTION                                        0x80
#define PCI_PROGRAMMING_INTERFACE_MSC_NVM_EXPRESS                2
#define PCI_ROMADDRESS_ENABLED                                   1
#define PCI_SECURITY_INTERFACE_VERSION                           1
#define PCI_STATUS_66MHZ_CAPABLE                                 0x20
#define PCI_STATUS_CAPABILITIES_LIST                             0x10
#define PCI_STATUS_DATA_PARITY_DETECTED                          0x100
#define PCI_STATUS_DETECTED_PARITY_ERROR                         0x8000
#define PCI_STATUS_DEVSEL                                        0x600
#define PCI_STATUS_FAST_BACK_TO_BACK                             0x80
#define PCI_STATUS_INTERRUPT_PENDING                             8
#define PCI_STATUS_RECEIVED_MASTER_ABORT                         0x2000
#define PCI_STATUS_RECEIVED_TARGET_ABORT                         0x1000
#define PCI_STATUS_SIGNALED_SYSTEM_ERROR                         0x4000
#define PCI_STATUS_SIGNALED_TARGET_ABORT                         0x800
#define PCI_STATUS_UDF_SUPPORTED                                 0x40
#define PCI_SUBCLASS_BR_CARDBUS                                  7
#define PCI_SUBCLASS_BR_EISA                                     2
#define PCI_SUBCLASS_BR_HOST                                     0
#define PCI_SUBCLASS_BR_ISA                                      1
#define PCI_SUBCLASS_BR_MCA                                      3
#define PCI_SUBCLASS_BR_NUBUS                                    6
#define PCI_SUBCLASS_BR_OTHER                                    0x80
#define PCI_SUBCLASS_BR_PCI_TO_PCI                               4
#define PCI_SUBCLASS_BR_PCMCIA                                   5
#define PCI_SUBCLASS_BR_RACEWAY                                  8
#define PCI_SUBCLASS_COM_MODEM                                   3
#define PCI_SUBCLASS_COM_MULTIPORT                               2
#define PCI_SUBCLASS_COM_OTHER                                   0x80
#define PCI_SUBCLASS_COM_PARALLEL                                1
#define PCI_SUBCLASS_COM_SERIAL                                  0
#define PCI_SUBCLASS_CRYPTO_ENTERTAINMENT                        0x10
#define PCI_SUBCLASS_CRYPTO_NET_COMP                             0
#define PCI_SUBCLASS_CRYPTO_OTHER                                0x80
#define PCI_SUBCLASS_DASP_DPIO                                   0
#define PCI_SUBCLASS_DASP_OTHER                                  0x80
#define PCI_SUBCLASS_DOC_GENERIC                                 0
#define PCI_SUBCLASS_DOC_OTHER                                   0x80
#define PCI_SUBCLASS_INP_DIGITIZER                               1
#define PCI_SUBCLASS_INP_GAMEPORT                                4
#define PCI_SUBCLASS_INP_KEYBOARD                                0
#define PCI_SUBCLASS_INP_MOUSE                                   2
#define PCI_SUBCLASS_INP_OTHER                                   0x80
#define PCI_SUBCLASS_INP_SCANNER                                 3
#define PCI_SUBCLASS_INTIO_I2O                                   0
#define PCI_SUBCLASS_MEM_FLASH                                   1
#define PCI_SUBCLASS_MEM_OTHER                                   0x80
#define PCI_SUBCLASS_MEM_RAM                                     0
#define PCI_SUBCLASS_MM_AUDIO_DEV                                1
#define PCI_SUBCLASS_MM_OTHER                                    0x80
#define PCI_SUBCLASS_MM_TELEPHONY_DEV                            2
#define PCI_SUBCLASS_MM_VIDEO_DEV                                0
#define PCI_SUBCLASS_MSC_AHCI_CTLR                               6
#define PCI_SUBCLASS_MSC_FLOPPY_CTLR                             2
#define PCI_SUBCLASS_MSC_IDE_CTLR                                1
#define PCI_SUBCLASS_MSC_IPI_CTLR                                3
#define PCI_SUBCLASS_MSC_NVM_CTLR                                8
#define PCI_SUBCLASS_MSC_OTHER                                   0x80
#define PCI_SUBCLASS_MSC_RAID_CTLR                               4
#define PCI_SUBCLASS_MSC_SCSI_BUS_CTLR                           0
#define PCI_SUBCLASS_NET_ATM_CTLR                                3
#define PCI_SUBCLASS_NET_ETHERNET_CTLR                           0
#define PCI_SUBCLASS_NET_FDDI_CTLR                               2
#define PCI_SUBCLASS_NET_ISDN_CTLR                               4
#define PCI_SUBCLASS_NET_OTHER                                   0x80
#define PCI_SUBCLASS_NET_TOKEN_RING_CTLR                         1
#define PCI_SUBCLASS_PRE_20_NON_VGA                              0
#define PCI_SUBCLASS_PRE_20_VGA                                  1
#define PCI_SUBCLASS_PROC_386                                    0
#define PCI_SUBCLASS_PROC_486                                    1
#define PCI_SUBCLASS_PROC_ALPHA                                  0x10
#define PCI_SUBCLASS_PROC_COPROCESSOR                            0x40
#define PCI_SUBCLASS_PROC_PENTIUM                                2
#define PCI_SUBCLASS_PROC_POWERPC                                0x20
#define PCI_SUBCLASS_SAT_AUDIO                                   2
#define PCI_SUBCLASS_SAT_DATA                                    4
#define PCI_SUBCLASS_SAT_TV                                      1
#define PCI_SUBCLASS_SAT_VOICE                                   3
#define PCI_SUBCLASS_SB_ACCESS                                   1
#define PCI_SUBCLASS_SB_FIBRE_CHANNEL                            4
#define PCI_SUBCLASS_SB_IEEE1394                                 0
#define PCI_SUBCLASS_SB_SMBUS                                    5
#define PCI_SUBCLASS_SB_SSA                                      2
#define PCI_SUBCLASS_SB_THUNDERBOLT                              10
#define PCI_SUBCLASS_SB_USB                                      3
#define PCI_SUBCLASS_SYS_DMA_CTLR                                1
#define PCI_SUBCLASS_SYS_GEN_HOTPLUG_CTLR                        4
#define PCI_SUBCLASS_SYS_INTERRUPT_CTLR                          0
#define PCI_SUBCLASS_SYS_OTHER                                   0x80
#define PCI_SUBCLASS_SYS_REAL_TIME_CLOCK                         3
#define PCI_SUBCLASS_SYS_SDIO_CTRL                               5
#define PCI_SUBCLASS_SYS_SYSTEM_TIMER                            2
#define PCI_SUBCLASS_VID_OTHER                                   0x80
#define PCI_SUBCLASS_VID_VGA_CTLR                                0
#define PCI_SUBCLASS_VID_XGA_CTLR                                1
#define PCI_SUBCLASS_WIRELESS_CON_IR                             1
#define PCI_SUBCLASS_WIRELESS_IRDA                               0
#define PCI_SUBCLASS_WIRELESS_OTHER                              0x80
#define PCI_SUBCLASS_WIRELESS_RF                                 0x10
#define PCI_SUBLCASS_VID_3D_CTLR                                 2
#define PCI_TYPE0_ADDRESSES                                      6
#define PCI_TYPE1_ADDRESSES                                      2
#define PCI_TYPE2_ADDRESSES                                      5
#define PCI_TYPE_20BIT                                           2
#define PCI_TYPE_32BIT                                           0
#define PCI_TYPE_64BIT                                           4
#define PCI_USE_CLASS_SUBCLASS                                   8
#define PCI_USE_LOCAL_BUS                                        0x20
#define PCI_USE_LOCAL_DEVICE                                     0x40
#define PCI_USE_PROGIF                                           0x10
#define PCI_USE_REVISION                                         2
#define PCI_USE_SUBSYSTEM_IDS                                    1
#define PCI_USE_VENDEV_IDS                                       4
#define PCI_WHICHSPACE_CONFIG                                    0
#define PCI_WHICHSPACE_ROM                                       0x52696350
#define PCW_CURRENT_VERSION                                      0x100
#define PCW_VERSION_1                                            0x100
#define PDCAP_D0_SUPPORTED                                       1
#define PDCAP_D1_SUPPORTED                                       2
#define PDCAP_D2_SUPPORTED                                       4
#define PDCAP_D3_SUPPORTED                                       8
#define PDCAP_WAKE_FROM_D0_SUPPORTED                             0x10
#define PDCAP_WAKE_FROM_D1_SUPPORTED                             0x20
#define PDCAP_WAKE_FROM_D2_SUPPORTED                             0x40
#define PDCAP_WAKE_FROM_D3_SUPPORTED                             0x80
#define PDCAP_WARM_EJECT_SUPPORTED                               0x100
#define PERFSTATE_POLICY_CHANGE_DECREASE_MAX                     2
#define PERFSTATE_POLICY_CHANGE_IDEAL                            0
#define PERFSTATE_POLICY_CHANGE_IDEAL_AGGRESSIVE                 3
#define PERFSTATE_POLICY_CHANGE_INCREASE_MAX                     3
#define PERFSTATE_POLICY_CHANGE_ROCKET                           2
#define PERFSTATE_POLICY_CHANGE_SINGLE                           1
#define PF_3DNOW_INSTRUCTIONS_AVAILABLE                          7
#define PF_ALPHA_BYTE_INSTRUCTIONS                               5
#define PF_ARM_64BIT_LOADSTORE_ATOMIC                            25
#define PF_ARM_DIVIDE_INSTRUCTION_AVAILABLE                      24
#define PF_ARM_EXTERNAL_CACHE_AVAILABLE                          26
#define PF_ARM_FMAC_INSTRUCTIONS_AVAILABLE                       27
#define PF_ARM_NEON_INSTRUCTIONS_AVAILABLE                       19
#define PF_ARM_V8_CRC32_INSTRUCTIONS_AVAILABLE                   31
#define PF_ARM_V8_CRYPTO_INSTRUCTIONS_AVAILABLE                  30
#define PF_ARM_V8_INSTRUCTIONS_AVAILABLE                         29
#define PF_ARM_VFP_32_REGISTERS_AVAILABLE                        18
#define PF_CHANNELS_ENABLED                                      0x10
#define PF_COMPARE64_EXCHANGE128                                 15
#define PF_COMPARE_EXCHANGE128                                   14
#define PF_COMPARE_EXCHANGE_DOUBLE                               2
#define PF_FASTFAIL_AVAILABLE                                    23
#define PF_FLOATING_POINT_EMULATED                               1
#define PF_FLOATING_POINT_PRECISION_ERRATA                       0
#define PF_MMX_INSTRUCTIONS_AVAILABLE                            3
#define PF_NON_TEMPORAL_LEVEL_ALL                                0
#define PF_NX_ENABLED                                            12
#define PF_PAE_ENABLED                                           9
#define PF_PPC_MOVEMEM_64BIT_OK                                  4
#define PF_RDRAND_INSTRUCTION_AVAILABLE                          28
#define PF_RDTSCP_INSTRUCTION_AVAILABLE                          0x20
#define PF_RDTSC_INSTRUCTION_AVAILABLE                           8
#define PF_RDWRFSGSBASE_AVAILABLE                                22
#define PF_SECOND_LEVEL_ADDRESS_TRANSLATION                      20
#define PF_SSE3_INSTRUCTIONS_AVAILABLE                           13
#define PF_SSE_DAZ_MODE_AVAILABLE                                11
#define PF_TEMPORAL_LEVEL_1                                      1
#define PF_TEMPORAL_LEVEL_2                                      2
#define PF_TEMPORAL_LEVEL_3                                      3
#define PF_VIRT_FIRMWARE_ENABLED                                 21
#define PF_XMMI64_INSTRUCTIONS_AVAILABLE                         10
#define PF_XMMI_INSTRUCTIONS_AVAILABLE                           6
#define PF_XSAVE_ENABLED                                         17
#define PLUGPLAY_PROPERTY_PERSISTENT                             1
#define PLUGPLAY_REGKEY_CURRENT_HWPROFILE                        4
#define PLUGPLAY_REGKEY_DEVICE                                   1
#define PLUGPLAY_REGKEY_DRIVER                                   2
#define PNPNOTIFY_DEVICE_INTERFACE_INCLUDE_EXISTING_INTERFACES   1
#define PNP_DEVICE_DISABLED                                      1
#define PNP_DEVICE_DISCONNECTED                                  0x40
#define PNP_DEVICE_DONT_DISPLAY_IN_UI                            2
#define PNP_DEVICE_FAILED                                        4
#define PNP_DEVICE_NOT_DISABLEABLE                               0x20
#define PNP_DEVICE_REMOVED                                       8
#define PNP_DEVICE_RESOURCE_REQUIREMENTS_CHANGED                 0x10
#define PNP_EXTENDED_ADDRESS_INTERFACE_VERSION                   1
#define PNP_REPLACE_DRIVER_INTERFACE_MINIMUM_SIZE                64
#define PNP_REPLACE_DRIVER_INTERFACE_VERSION                     1
#define PNP_REPLACE_HARDWARE_MEMORY_MIRRORING                    4
#define PNP_REPLACE_HARDWARE_PAGE_COPY                           8
#define PNP_REPLACE_HARDWARE_QUIESCE                             0x10
#define PNP_REPLACE_MEMORY_SUPPORTED                             1
#define PNP_REPLACE_NO_MAP                                       0x7FFFFFFFFFFFFFFFLL
#define PNP_REPLACE_PARAMETERS_VERSION                           2
#define PNP_REPLACE_PROCESSOR_SUPPORTED                          2
#define POOL_COLD_ALLOCATION                                     0x100
#define POOL_NX_ALLOCATION                                       0x200
#define POOL_QUOTA_FAIL_INSTEAD_OF_RAISE                         8
#define POOL_RAISE_IF_ALLOCATION_FAILURE                         0x10
#define POOL_TAGGING                                             1
#define PORT_MAXIMUM_MESSAGE_LENGTH                              512
#define POWERBUTTON_ACTION_INDEX_HIBERNATE                       2
#define POWERBUTTON_ACTION_INDEX_NOTHING                         0
#define POWERBUTTON_ACTION_INDEX_SHUTDOWN                        3
#define POWERBUTTON_ACTION_INDEX_SLEEP                           1
#define POWERBUTTON_ACTION_INDEX_TURN_OFF_THE_DISPLAY            4
#define POWERBUTTON_ACTION_VALUE_HIBERNATE                       3
#define POWERBUTTON_ACTION_VALUE_NOTHING                         0
#define POWERBUTTON_ACTION_VALUE_SHUTDOWN                        6
#define POWERBUTTON_ACTION_VALUE_SLEEP                           2
#define POWERBUTTON_ACTION_VALUE_TURN_OFF_THE_DISPLAY            8
#define POWER_CONNECTIVITY_IN_STANDBY_DISABLED                   0
#define POWER_CONNECTIVITY_IN_STANDBY_ENABLED                    1
#define POWER_CONNECTIVITY_IN_STANDBY_SYSTEM_MANAGED             2
#define POWER_DEVICE_IDLE_POLICY_CONSERVATIVE                    1
#define POWER_DEVICE_IDLE_POLICY_PERFORMANCE                     0
#define POWER_DISCONNECTED_STANDBY_MODE_AGGRESSIVE               1
#define POWER_DISCONNECTED_STANDBY_MODE_NORMAL                   0
#define POWER_LEVEL                                              14
#define POWER_PLATFORM_ROLE_V1                                   1
#define POWER_PLATFORM_ROLE_V1_MAX                               8
#define POWER_PLATFORM_ROLE_V2                                   2
#define POWER_PLATFORM_ROLE_V2_MAX                               9
#define POWER_PLATFORM_ROLE_VERSION                              2
#define POWER_PLATFORM_ROLE_VERSION_MAX                          9
#define POWER_REQUEST_CONTEXT_DETAILED_STRING                    2
#define POWER_REQUEST_CONTEXT_SIMPLE_STRING                      1
#define POWER_REQUEST_CONTEXT_VERSION                            0
#define POWER_SETTING_VALUE_VERSION                              1
#define POWER_SYSTEM_MAXIMUM                                     7
#define PO_CB_AC_STATUS                                          1
#define PO_CB_BUTTON_COLLISION                                   2
#define PO_CB_LID_SWITCH_STATE                                   4
#define PO_CB_PROCESSOR_POWER_POLICY                             5
#define PO_CB_SYSTEM_POWER_POLICY                                0
#define PO_CB_SYSTEM_STATE_LOCK                                  3
#define PO_FX_COMPONENT_FLAG_F0_ON_DX                            1
#define PO_FX_COMPONENT_FLAG_NO_DEBOUNCE                         2
#define PO_FX_FLAG_ASYNC_ONLY                                    2
#define PO_FX_FLAG_BLOCKING                                      1
#define PO_FX_FLAG_PERF_PEP_OPTIONAL                             1
#define PO_FX_FLAG_PERF_QUERY_ON_ALL_IDLE_STATES                 4
#define PO_FX_FLAG_PERF_QUERY_ON_F0                              2
#define PO_FX_UNKNOWN_POWER                                      0xFFFFFFFF
#define PO_FX_UNKNOWN_TIME                                       0xFFFFFFFFFFFFFFFFULL
#define PO_FX_VERSION                                            1
#define PO_FX_VERSION_V1                                         1
#define PO_FX_VERSION_V2                                         2
#define PO_MEM_BOOT_PHASE                                        0x10000
#define PO_MEM_CLONE                                             2
#define PO_MEM_CL_OR_NCHK                                        4
#define PO_MEM_DISCARD                                           0x8000
#define PO_MEM_PAGE_ADDRESS                                      0x4000
#define PO_MEM_PRESERVE                                          1
#define PRIVILEGE_SET_ALL_NECESSARY                              1
#define PROCESSOR_DUTY_CYCLING_DISABLED                          0
#define PROCESSOR_DUTY_CYCLING_ENABLED                           1
#define PROCESSOR_FEATURE_MAX                                    64
#define PROCESSOR_PERF_AUTONOMOUS_MODE_DISABLED                  0
#define PROCESSOR_PERF_AUTONOMOUS_MODE_ENABLED                   1
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE                     2
#define PROCESSOR_PERF_BOOST_MODE_AGGRESSIVE_AT_GUARANTEED       5
#define PROCESSOR_PERF_BOOST_MODE_DISABLED                       0
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE           4
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_AGGRESSIVE_AT_GUARANTEED 6
#define PROCESSOR_PERF_BOOST_MODE_EFFICIENT_ENABLED              3
#define PROCESSOR_PERF_BOOST_MODE_ENABLED                        1
#define PROCESSOR_PERF_BOOST_MODE_MAX                            6
#define PROCESSOR_PERF_BOOST_POLICY_DISABLED                     0
#define PROCESSOR_PERF_BOOST_POLICY_MAX                          100
#define PROCESSOR_PERF_ENERGY_PREFERENCE                         0
#define PROCESSOR_PERF_MAXIMUM_ACTIVITY_WINDOW                   0x4BB2A980
#define PROCESSOR_PERF_MINIMUM_ACTIVITY_WINDOW                   0
#define PROCESSOR_PERF_PERFORMANCE_PREFERENCE                    255
#define PROCESSOR_THROTTLE_AUTOMATIC                             2
#define PROCESSOR_THROTTLE_DISABLED                              0
#define PROCESSOR_THROTTLE_ENABLED                               1
#define PROCESS_ALL_ACCESS                                       0x1FFFFF
#define PROCESS_DUP_HANDLE                                       0x40
#define PROCESS_TRUST_LABEL_SECURITY_INFORMATION                 0x80
#define PROFILE_LEVEL                                            15
#define PROTECTED_DACL_SECURITY_INFORMATION                      0x80000000
#define PROTECTED_SACL_SECURITY_INFORMATION                      0x40000000
#define READ_CONTROL                                             0x20000
#define REFTAG_AFDCONN                                           0x43646641
#define REFTAG_AFDENDPOINT                                       0x45646641
#define REFTAG_AFDPOLL                                           0x50646641
#define REFTAG_ALEIO                                             0x49656C41
#define REFTAG_ALEPROCTBL                                        0x50656C41
#define REFTAG_ALESIDTOKEN                                       0x53656C41
#define REFTAG_CFSFILTER                                         0x46736643
#define REFTAG_DWMKERNEL                                         0x4B6D7744
#define REFTAG_HTTP                                              0x70747448
#define REFTAG_MAILSLOT                                          0x7346734D
#define REFTAG_NFSVOLUME                                         0x5673664E
#define REFTAG_PGMFILE                                           0x546D6750
#define REFTAG_PSLOOKUP                                          0x554C7350
#define REFTAG_PSNOTIFICATION                                    0x6F4E7350
#define REFTAG_PSWAKE                                            0x6B577350
#define REFTAG_RAWENDPOINT                                       0x45776152
#define REFTAG_TCPENDPOINT                                       0x45706354
#define REFTAG_TCPLISTENER                                       0x4C706354
#define REFTAG_TCPTCB                                            0x54706354
#define REFTAG_UDPENDPOINT                                       0x45706455
#define REFTAG_USRKDESKTOP                                       0x44727355
#define REFTAG_VIDEO_PORT                                        0x50646956
#define REFTAG_VIDEO_PORT_I386                                   0x69646956
#define REFTAG_WIN32K                                            0x6B323357
#define REFTAG_WIN32KQUEUE                                       0x71323357
#define REFTAG_WIN32KRESTRICT                                    0x72323357
#define REFTAG_WIN32KSERVER                                      0x53323357
#define REFTAG_WIN32KSTUBS                                       0x73323357
#define REFTAG_WS2IFSL                                           0x69327357
#define REFTAG_WSKNAMERES                                        0x4E6B7357
#define REFTAG_WSKPROV                                           0x506B7357
#define REFTAG_WSKTDI                                            0x546B7357
#define REG_APP_HIVE                                             0x10
#define REG_APP_HIVE_OPEN_READ_ONLY                              0x2000
#define REG_BINARY                                               3
#define REG_BOOT_HIVE                                            0x400
#define REG_CREATED_NEW_KEY                                      1
#define REG_DWORD                                                4
#define REG_DWORD_BIG_ENDIAN                                     5
#define REG_DWORD_LITTLE_ENDIAN                                  4
#define REG_EXPAND_SZ                                            2
#define REG_FLUSH_HIVE_FILE_GROWTH                               0x1000
#define REG_FORCE_RESTORE                                        8
#define REG_FORCE_UNLOAD                                         1
#define REG_FULL_RESOURCE_DESCRIPTOR                             9
#define REG_HIVE_EXACT_FILE_GROWTH                               0x80
#define REG_HIVE_NO_RM                                           0x100
#define REG_HIVE_SINGLE_LOG                                      0x200
#define REG_IMMUTABLE                                            0x4000
#define REG_LATEST_FORMAT                                        2
#define REG_LEGAL_CHANGE_FILTER                                  0x1000000F
#define REG_LEGAL_OPTION                                         31
#define REG_LINK                                                 6
#define REG_LOAD_HIVE_OPEN_HANDLE                                0x800
#define REG_MULTI_SZ                                             7
#define REG_NONE                                                 0
#define REG_NOTIFY_CHANGE_ATTRIBUTES                             2
#define REG_NOTIFY_CHANGE_LAST_SET                               4
#define REG_NOTIFY_CHANGE_NAME                                   1
#define REG_NOTIFY_CHANGE_SECURITY                               8
#define REG_NOTIFY_THREAD_AGNOSTIC                               0x10000000
#define REG_NO_COMPRESSION                                       4
#define REG_NO_LAZY_FLUSH                                        4
#define REG_OPENED_EXISTING_KEY                                  2
#define REG_OPEN_LEGAL_OPTION                                    28
#define REG_OPEN_READ_ONLY                                       0x2000
#define REG_OPTION_BACKUP_RESTORE                                4
#define REG_OPTION_CREATE_LINK                                   2
#define REG_OPTION_DONT_VIRTUALIZE                               0x10
#define REG_OPTION_NON_VOLATILE                                  0
#define REG_OPTION_OPEN_LINK                                     8
#define REG_OPTION_RESERVED                                      0
#define REG_OPTION_VOLATILE                                      1
#define REG_PROCESS_PRIVATE                                      0x20
#define REG_QWORD                                                11
#define REG_QWORD_LITTLE_ENDIAN                                  11
#define REG_REFRESH_HIVE                                         2
#define REG_RESOURCE_LIST                                        8
#define REG_RESOURCE_REQUIREMENTS_LIST                           10
#define REG_STANDARD_FORMAT                                      1
#define REG_START_JOURNAL                                        0x40
#define REG_SZ                                                   1
#define REG_UNLOAD_LEGAL_FLAGS                                   1
#define REG_WHOLE_HIVE_VOLATILE                                  1
#define RESOURCEMANAGER_ALL_ACCESS                               0x1F007F
#define RESOURCEMANAGER_COMPLETE_PROPAGATION                     0x40
#define RESOURCEMANAGER_ENLIST                                   8
#define RESOURCEMANAGER_GENERIC_EXECUTE                          0x12005C
#define RESOURCEMANAGER_GENERIC_READ                             0x120001
#define RESOURCEMANAGER_GENERIC_WRITE                            0x12007E
#define RESOURCEMANAGER_GET_NOTIFICATION                         0x10
#define RESOURCEMANAGER_QUERY_INFORMATION                        1
#define RESOURCEMANAGER_RECOVER                                  4
#define RESOURCEMANAGER_REGISTER_PROTOCOL                        0x20
#define RESOURCEMANAGER_SET_INFORMATION                          2
#define RESOURCE_HASH_TABLE_SIZE                                 64
#define ROOT_CMD_ENABLE_CORRECTABLE_ERROR_REPORTING              1
#define ROOT_CMD_ENABLE_FATAL_ERROR_REPORTING                    4
#define ROOT_CMD_ENABLE_NONFATAL_ERROR_REPORTING                 2
#define ROOT_CMD_ERROR_REPORTING_ENABLE_MASK                     7
#define RTL_GUID_STRING_SIZE                                     38
#define RTL_QUERY_REGISTRY_DELETE                                0x40
#define RTL_QUERY_REGISTRY_DIRECT                                0x20
#define RTL_QUERY_REGISTRY_NOEXPAND                              0x10
#define RTL_QUERY_REGISTRY_NOSTRING                              0x80
#define RTL_QUERY_REGISTRY_NOVALUE                               8
#define RTL_QUERY_REGISTRY_REQUIRED                              4
#define RTL_QUERY_REGISTRY_SUBKEY                                1
#define RTL_QUERY_REGISTRY_TOPKEY                                2
#define RTL_QUERY_REGISTRY_TYPECHECK                             0x100
#define RTL_QUERY_REGISTRY_TYPECHECK_MASK                        (-16777216)
#define RTL_QUERY_REGISTRY_TYPECHECK_SHIFT                       24
#define RTL_REGISTRY_ABSOLUTE                                    0
#define RTL_REGISTRY_CONTROL                                     2
#define RTL_REGISTRY_DEVICEMAP                                   4
#define RTL_REGISTRY_HANDLE                                      0x40000000
#define RTL_REGISTRY_MAXIMUM                                     6
#define RTL_REGISTRY_OPTIONAL                                    0x80000000
#define RTL_REGISTRY_SERVICES                                    1
#define RTL_REGISTRY_USER                                        5
#define RTL_REGISTRY_WINDOWS_NT                                  3
#define ResourceNeverExclusive                                   0x10
#define ResourceOwnedExclusive                                   0x80
#define ResourceReleaseByOtherThread                             0x20
#define SACL_SECURITY_INFORMATION                                8
#define SCOPE_SECURITY_INFORMATION                               0x40
#define SDEV_IDENTIFIER_INTERFACE_VERSION                        1
#define SECTION_ALL_ACCESS                                       0xF001F
#define SECTION_EXTEND_SIZE                                      16
#define SECTION_MAP_EXECUTE                                      8
#define SECTION_MAP_EXECUTE_EXPLICIT                             0x20
#define SECTION_MAP_READ                                         4
#define SECTION_MAP_WRITE                                        2
#define SECTION_QUERY                                            1
#define SECURE_DRIVER_INTERFACE_VERSION                          1
#define SECURE_SECTION_ALLOW_PARTIAL_MDL                         1
#define SECURITY_DESCRIPTOR_REVISION                             1
#define SECURITY_DESCRIPTOR_REVISION1                            1
#define SECURITY_DYNAMIC_TRACKING                                1
#define SECURITY_MAX_IMPERSONATION_LEVEL                         3
#define SECURITY_MIN_IMPERSONATION_LEVEL                         0
#define SECURITY_STATIC_TRACKING                                 0
#define SEC_64K_PAGES                                            0x80000
#define SEC_COMMIT                                               0x8000000
#define SEC_FILE                                                 0x800000
#define SEC_LARGE_PAGES                                          0x80000000
#define SEC_RESERVE                                              0x4000000
#define SEF_AI_USE_EXTRA_PARAMS                                  0x800
#define SEF_AVOID_OWNER_CHECK                                    0x10
#define SEF_AVOID_OWNER_RESTRICTION                              0x1000
#define SEF_AVOID_PRIVILEGE_CHECK                                8
#define SEF_DACL_AUTO_INHERIT                                    1
#define SEF_DEFAULT_DESCRIPTOR_FOR_OBJECT                        4
#define SEF_DEFAULT_GROUP_FROM_PARENT                            0x40
#define SEF_DEFAULT_OWNER_FROM_PARENT                            0x20
#define SEF_MACL_NO_EXECUTE_UP                                   0x400
#define SEF_MACL_NO_READ_UP                                      0x200
#define SEF_MACL_NO_WRITE_UP                                     0x100
#define SEF_MACL_VALID_FLAGS                                     0x700
#define SEF_SACL_AUTO_INHERIT                                    2
#define SEGMENT_ALL_ACCESS                                       0xF001F
#define SEMAPHORE_ALL_ACCESS                                     0x1F0003
#define SEMAPHORE_MODIFY_STATE                                   2
#define SEMAPHORE_QUERY_STATE                                    1
#define SERVICE_ADAPTER                                          4
#define SERVICE_AUTO_START                                       2
#define SERVICE_BOOT_START                                       0
#define SERVICE_DEMAND_START                                     3
#define SERVICE_DISABLED                                         4
#define SERVICE_DRIVER                                           11
#define SERVICE_ERROR_CRITICAL                                   3
#define SERVICE_ERROR_IGNORE                                     0
#define SERVICE_ERROR_NORMAL                                     1
#define SERVICE_ERROR_SEVERE                                     2
#define SERVICE_FILE_SYSTEM_DRIVER                               2
#define SERVICE_INTERACTIVE_PROCESS                              0x100
#define SERVICE_KERNEL_DRIVER                                    1
#define SERVICE_PKG_SERVICE                                      0x200
#define SERVICE_RECOGNIZER_DRIVER                                8
#define SERVICE_SYSTEM_START                                     1
#define SERVICE_TYPE_ALL                                         0x3FF
#define SERVICE_USERSERVICE_INSTANCE                             0x80
#define SERVICE_USER_OWN_PROCESS                                 80
#define SERVICE_USER_SERVICE                                     0x40
#define SERVICE_USER_SHARE_PROCESS                               96
#define SERVICE_WIN32                                            48
#define SERVICE_WIN32_OWN_PROCESS                                0x10
#define SERVICE_WIN32_SHARE_PROCESS                              0x20
#define SESSION_ALL_ACCESS                                       0xF0003
#define SESSION_MODIFY_ACCESS                                    2
#define SESSION_QUERY_ACCESS                                     1
#define SE_ADT_OBJECT_ONLY                                       1
#define SE_ADT_PARAMETERS_SELF_RELATIVE                          1
#define SE_ADT_PARAMETERS_SEND_TO_LSA                            2
#define SE_ADT_PARAMETER_EXTENSIBLE_AUDIT                        4
#define SE_ADT_PARAMETER_GENERIC_AUDIT                           8
#define SE_ADT_PARAMETER_WRITE_SYNCHRONOUS                       0x10
#define SE_ASSIGNPRIMARYTOKEN_PRIVILEGE                          3
#define SE_AUDIT_PRIVILEGE                                       21
#define SE_BACKUP_PRIVILEGE                                      17
#define SE_CHANGE_NOTIFY_PRIVILEGE                               23
#define SE_CREATE_GLOBAL_PRIVILEGE                               30
#define SE_CREATE_PAGEFILE_PRIVILEGE                             15
#define SE_CREATE_PERMANENT_PRIVILEGE                            0x10
#define SE_CREATE_SYMBOLIC_LINK_PRIVILEGE                        35
#define SE_CREATE_TOKEN_PRIVILEGE                                2
#define SE_DEBUG_PRIVILEGE                                       20
#define SE_DELEGATE_SESSION_USER_IMPERSONATE_PRIVILEGE           36
#define SE_ENABLE_DELEGATION_PRIVILEGE                           27
#define SE_IMPERSONATE_PRIVILEGE                                 29
#define SE_INCREASE_QUOTA_PRIVILEGE                              5
#define SE_INC_BASE_PRIORITY_PRIVILEGE                           14
#define SE_INC_WORKING_SET_PRIVILEGE                             33
#define SE_LOAD_DRIVER_PRIVILEGE                                 10
#define SE_LOCK_MEMORY_PRIVILEGE                                 4
#define SE_MACHINE_ACCOUNT_PRIVILEGE                             6
#define SE_MANAGE_VOLUME_PRIVILEGE                               28
#define SE_MAX_AUDIT_PARAMETERS                                  32
#define SE_MAX_GENERIC_AUDIT_PARAMETERS                          28
#define SE_MAX_WELL_KNOWN_PRIVILEGE                              36
#define SE_MIN_WELL_KNOWN_PRIVILEGE                              2
#define SE_PRIVILEGE_ENABLED                                     2
#define SE_PRIVILEGE_ENABLED_BY_DEFAULT                          1
#define SE_PRIVILEGE_REMOVED                                     4
#define SE_PRIVILEGE_USED_FOR_ACCESS                             0x80000000
#define SE_PRIVILEGE_VALID_ATTRIBUTES                            0x80000007
#define SE_PROF_SINGLE_PROCESS_PRIVILEGE                         13
#define SE_RELABEL_PRIVILEGE                                     0x20
#define SE_REMOTE_SHUTDOWN_PRIVILEGE                             24
#define SE_RESTORE_PRIVILEGE                                     18
#define SE_SECURITY_PRIVILEGE                                    8
#define SE_SHUTDOWN_PRIVILEGE                                    19
#define SE_SYNC_AGENT_PRIVILEGE                                  26
#define SE_SYSTEMTIME_PRIVILEGE                                  12
#define SE_SYSTEM_ENVIRONMENT_PRIVILEGE                          22
#define SE_SYSTEM_PROFILE_PRIVILEGE                              11
#define SE_TAKE_OWNERSHIP_PRIVILEGE                              9
#define SE_TCB_PRIVILEGE                                         7
#define SE_TIME_ZONE_PRIVILEGE                                   34
#define SE_TRUSTED_CREDMAN_ACCESS_PRIVILEGE                      31
#define SE_UNDOCK_PRIVILEGE                                      25
#define SHORT_LEAST_SIGNIFICANT_BIT                              0
#define SHORT_MASK                                               0x1ULL
#define SHORT_MOST_SIGNIFICANT_BIT                               1
#define SHORT_SIZE                                               2ULL
#define SL_ALLOW_RAW_MOUNT                                       1
#define SL_BYPASS_ACCESS_CHECK                                   1
#define SL_CASE_SENSITIVE                                        0x80
#define SL_ERROR_RETURNED                                        2
#define SL_EXCLUSIVE_LOCK                                        2
#define SL_FAIL_IMMEDIATELY                                      1
#define SL_FORCE_ACCESS_CHECK                                    1
#define SL_FORCE_ASYNCHRONOUS                                    1
#define SL_FORCE_DIRECT_WRITE                                    0x10
#define SL_FT_SEQUENTIAL_WRITE                                   8
#define SL_IGNORE_READONLY_ATTRIBUTE                             0x40
#define SL_INDEX_SPECIFIED                                       4
#define SL_INVOKE_ON_CANCEL                                      0x20
#define SL_INVOKE_ON_ERROR                                       0x80
#define SL_INVOKE_ON_SUCCESS                                     0x40
#define SL_KEY_SPECIFIED                                         1
#define SL_OPEN_PAGING_FILE                                      2
#define SL_OPEN_TARGET_DIRECTORY                                 4
#define SL_OVERRIDE_VERIFY_VOLUME                                2
#define SL_PENDING_RETURNED                                      1
#define SL_PERSISTENT_MEMORY_FIXED_MAPPING                       0x20
#define SL_QUERY_DIRECTORY_MASK                                  11
#define SL_READ_ACCESS_GRANTED                                   1
#define SL_REALTIME_STREAM                                       0x20
#define SL_RESTART_SCAN                                          1
#define SL_RETURN_ON_DISK_ENTRIES_ONLY                           8
#define SL_RETURN_SINGLE_ENTRY                                   2
#define SL_STOP_ON_SYMLINK                                       8
#define SL_WATCH_TREE                                            1
#define SL_WRITE_ACCESS_GRANTED                                  4
#define SL_WRITE_THROUGH                                         4
#define SPECIFIC_RIGHTS_ALL                                      0xFFFF
#define STANDARD_RIGHTS_ALL                                      0x1F0000
#define STANDARD_RIGHTS_EXECUTE                                  0x20000
#define STANDARD_RIGHTS_READ                                     0x20000
#define STANDARD_RIGHTS_REQUIRED                                 0xF0000
#define STANDARD_RIGHTS_WRITE                                    0x20000
#define STATUS_CONTINUE_COMPLETION                               0
#define SYMBOLIC_LINK_ALL_ACCESS                                 0xF0001
#define SYMBOLIC_LINK_ALL_ACCESS_EX                              0xFFFFF
#define SYMBOLIC_LINK_QUERY                                      1
#define SYMBOLIC_LINK_SET                                        2
#define SYNCHRONIZE                                              0x100000
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED                     2
#define SYSTEM_CPU_SET_INFORMATION_ALLOCATED_TO_TARGET_PROCESS   4
#define SYSTEM_CPU_SET_INFORMATION_PARKED                        1
#define SYSTEM_CPU_SET_INFORMATION_REALTIME                      8
#define THREAD_ALERT                                             4
#define THREAD_ALL_ACCESS                                        0x1FFFFF
#define THREAD_GET_CONTEXT                                       8
#define THREAD_QUERY_LIMITED_INFORMATION                         0x800
#define THREAD_RESUME                                            0x1000
#define THREAD_SET_CONTEXT                                       0x10
#define THREAD_SET_INFORMATION                                   0x20
#define THREAD_SET_LIMITED_INFORMATION                           0x400
#define THREAD_SUSPEND_RESUME                                    2
#define THREAD_TERMINATE                                         1
#define THREAD_WAIT_OBJECTS                                      3
#define TIMER_EXPIRED_INDEX_BITS                                 6
#define TIMER_PROCESSOR_INDEX_BITS                               5
#define TIMER_TOLERABLE_DELAY_BITS                               6
#define TRANSACTIONMANAGER_ALL_ACCESS                            0xF003F
#define TRANSACTIONMANAGER_BIND_TRANSACTION                      0x20
#define TRANSACTIONMANAGER_CREATE_RM                             0x10
#define TRANSACTIONMANAGER_GENERIC_EXECUTE                       0x20000
#define TRANSACTIONMANAGER_GENERIC_READ                          0x20001
#define TRANSACTIONMANAGER_GENERIC_WRITE                         0x2001E
#define TRANSACTIONMANAGER_QUERY_INFORMATION                     1
#define TRANSACTIONMANAGER_RECOVER                               4
#define TRANSACTIONMANAGER_RENAME                                8
#define TRANSACTIONMANAGER_SET_INFORMATION                       2
#define TRANSACTION_ALL_ACCESS                                   0x1F003F
#define TRANSACTION_COMMIT                                       8
#define TRANSACTION_ENLIST                                       4
#define TRANSACTION_GENERIC_EXECUTE                              0x120018
#define TRANSACTION_GENERIC_READ                                 0x120001
#define TRANSACTION_GENERIC_WRITE                                0x12003E
#define TRANSACTION_PROPAGATE                                    0x20
#define TRANSACTION_QUERY_INFORMATION                            1
#define TRANSACTION_RESOURCE_MANAGER_RIGHTS                      0x120037
#define TRANSACTION_RIGHT_RESERVED1                              0x40
#define TRANSACTION_ROLLBACK                                     0x10
#define TRANSACTION_SET_INFORMATION                              2
#define TREE_CONNECT_ATTRIBUTE_GLOBAL                            4
#define TREE_CONNECT_ATTRIBUTE_INTEGRITY                         0x8000
#define TREE_CONNECT_ATTRIBUTE_PRIVACY                           0x4000
#define UNPROTECTED_DACL_SECURITY_INFORMATION                    0x20000000
#define UNPROTECTED_SACL_SECURITY_INFORMATION                    0x10000000
#define VER_AND                                                  6
#define VER_BUILDNUMBER                                          4
#define VER_CONDITION_MASK                                       7
#define VER_EQUAL                                                1
#define VER_GREATER                                              2
#define VER_GREATER_EQUAL                                        3
#define VER_LESS                                                 4
#define VER_LESS_EQUAL                                           5
#define VER_MAJORVERSION                                         2
#define VER_MINORVERSION                                         1
#define VER_NT_DOMAIN_CONTROLLER                                 2
#define VER_NT_SERVER                                            3
#define VER_NT_WORKSTATION                                       1
#define VER_NUM_BITS_PER_CONDITION_MASK                          3
#define VER_OR                                                   7
#define VER_PLATFORMID                                           8
#define VER_PLATFORM_WIN32_NT                                    2
#define VER_PLATFORM_WIN32_WINDOWS                               1
#define VER_PLATFORM_WIN32s                                      0
#define VER_PRODUCT_TYPE                                         0x80
#define VER_SERVICEPACKMAJOR                                     0x20
#define VER_SERVICEPACKMINOR                                     16
#define VER_SUITENAME                                            0x40
#define VPB_DIRECT_WRITES_ALLOWED                                0x20
#define VPB_LOCKED                                               2
#define VPB_MOUNTED                                              1
#define VPB_PERSISTENT                                           4
#define VPB_RAW_MOUNT                                            0x10
#define VPB_REMOVE_PENDING                                       8
#define VRL_CLASS_CONSISTENCY                                    1
#define VRL_CUSTOM_CLASS_BEGIN                                   0x100
#define VRL_ENABLE_KERNEL_BREAKS                                 (-2147483647 - 1)
#define VRL_PREDEFINED_CLASS_BEGIN                               1
#define WDM_MAJORVERSION                                         6
#define WDM_MINORVERSION                                         0
#define WMIREGISTER                                              0
#define WMIREG_ACTION_BLOCK_IRPS                                 5
#define WMIREG_ACTION_DEREGISTER                                 2
#define WMIREG_ACTION_REGISTER                                   1
#define WMIREG_ACTION_REREGISTER                                 3
#define WMIREG_ACTION_UPDATE_GUIDS                               4
#define WMIUPDATE                                                1
#define WRITE_DAC                                                0x40000
#define WRITE_OWNER                                              0x80000
#define DEVICE_WITH_IRP_EXTENSION                                0xFFFFFFFFFFFFFFFFULL
#define POOL_FLAG_USE_QUOTA                                      0x1ULL
#define POOL_FLAG_UNINITIALIZED                                  0x2ULL
#define POOL_FLAG_SESSION                                        0x4ULL
#define POOL_FLAG_CACHE_ALIGNED                                  0x8ULL
#define POOL_FLAG_RAISE_ON_FAILURE                               0x20ULL
#define POOL_FLAG_NON_PAGED                                      0x40ULL
#define POOL_FLAG_NON_PAGED_EXECUTE                              0x80ULL
#define POOL_FLAG_PAGED                                          0x100ULL
#define IMAGE_POLICY_SECTION_NAME                                ".tPolicy"
#define EA_CONTAINER_NAME                                        "ContainerName"
#define EA_CONTAINER_SIZE                                        "ContainerSize"
#define CLFS_BASELOG_EXTENSION                                   L".blf"
#define CLFS_CONTAINER_STREAM_PREFIX                             L"%BLF%:"
#define CLFS_CONTAINER_RELATIVE_PREFIX                           L"%BLF%\\"

WDK_EXTERN_C_BEGIN

struct _DEVICE_OBJECT;
struct _DRIVER_OBJECT;
struct _FILE_NETWORK_OPEN_INFORMATION;
struct _COMPRESSED_DATA_INFO;
struct _KINTERRUPT;
typedef struct _ACL ACL;
typedef struct _IMAGE_POLICY_ENTRY IMAGE_POLICY_ENTRY;
typedef struct _IMAGE_POLICY_METADATA IMAGE_POLICY_METADATA;
typedef struct _CLS_ARCHIVE_DESCRIPTOR CLS_ARCHIVE_DESCRIPTOR;
typedef struct _CLS_ARCHIVE_DESCRIPTOR CLFS_ARCHIVE_DESCRIPTOR;
typedef struct _CLS_CONTAINER_INFORMATION CLS_CONTAINER_INFORMATION;
typedef struct _CLS_CONTAINER_INFORMATION CLFS_CONTAINER_INFORMATION;
typedef struct _CLS_INFORMATION CLS_INFORMATION;
typedef struct _CLS_INFORMATION CLFS_INFORMATION;
typedef struct _CLS_IO_STATISTICS CLS_IO_STATISTICS;
typedef struct _CLS_IO_STATISTICS CLFS_IO_STATISTICS;
typedef struct _CLS_IO_STATISTICS_HEADER CLS_IO_STATISTICS_HEADER;
typedef struct _CLS_IO_STATISTICS_HEADER CLFS_IO_STATISTICS_HEADER;
typedef struct _CLS_LSN CLS_LSN;
typedef struct _CLS_LSN CLFS_LSN;
typedef struct _CLS_SCAN_CONTEXT CLS_SCAN_CONTEXT;
typedef struct _CLS_SCAN_CONTEXT CLFS_SCAN_CONTEXT;
typedef struct _CLS_WRITE_ENTRY CLS_WRITE_ENTRY;
typedef struct _CLS_WRITE_ENTRY CLFS_WRITE_ENTRY;
typedef struct _CLIENT_ID CLIENT_ID;
typedef struct _EXCEPTION_RECORD EXCEPTION_RECORD;
typedef struct _GENERAL_LOOKASIDE GENERAL_LOOKASIDE;
typedef struct _GENERIC_MAPPING GENERIC_MAPPING;
typedef struct _IRP IRP;
typedef struct _EXT_SET_PARAMETERS_V0 EXT_SET_PARAMETERS;
typedef struct _EXT_SET_PARAMETERS_V0 KT2_SET_PARAMETERS;
typedef struct _FILE_OBJECT FILE_OBJECT;
typedef struct _FILE_OBJECT LOG_FILE_OBJECT;
typedef struct _MDL MDL;
typedef struct _PO_FX_COMPONENT_V1 PO_FX_COMPONENT_V1;
typedef struct _PO_FX_COMPONENT_V1 PO_FX_COMPONENT;
typedef struct _PO_FX_DEVICE_V1 PO_FX_DEVICE_V1;
typedef struct _PO_FX_DEVICE_V1 PO_FX_DEVICE;
typedef union _POWER_STATE POWER_STATE;
typedef struct _RTL_BITMAP RTL_BITMAP;
typedef struct _RTL_BITMAP_RUN RTL_BITMAP_RUN;
typedef struct _SECTION_OBJECT_POINTERS SECTION_OBJECT_POINTERS;
typedef struct _TIME_FIELDS TIME_FIELDS;
typedef struct _XSAVE_FORMAT XSAVE_FORMAT;
typedef struct _XSAVE_FORMAT XMM_SAVE_AREA32;
typedef struct _OB_OPERATION_REGISTRATION OB_OPERATION_REGISTRATION;

/* ne-wdm-_kprofile_source */
typedef enum _KPROFILE_SOURCE {
    ProfileTime                 = 0,
    ProfileAlignmentFixup       = 1,
    ProfileTotalIssues          = 2,
    ProfilePipelineDry          = 3,
    ProfileLoadInstructions     = 4,
    ProfilePipelineFrozen       = 5,
    ProfileBranchInstructions   = 6,
    ProfileTotalNonissues       = 7,
    ProfileDcacheMisses         = 8,
    ProfileIcacheMisses         = 9,
    ProfileCacheMisses          = 10,
    ProfileBranchMispredictions = 11,
    ProfileStoreInstructions    = 12,
    ProfileFpInstructions       = 13,
    ProfileIntegerInstructions  = 14,
    Profile2Issue               = 15,
    Profile3Issue               = 16,
    Profile4Issue               = 17,
    ProfileSpecialInstructions  = 18,
    ProfileTotalCycles          = 19,
    ProfileIcacheIssues         = 20,
    ProfileDcacheAccesses       = 21,
    ProfileMemoryBarrierCycles  = 22,
    ProfileLoadLinkedIssues     = 23,
    ProfileMaximum              = 24,
} KPROFILE_SOURCE;

/* ne-wdm-_security_impersonation_level */
typedef enum _SECURITY_IMPERSONATION_LEVEL {
    SecurityAnonymous      = 0,
    SecurityIdentification = 1,
    SecurityImpersonation  = 2,
    SecurityDelegation     = 3,
} SECURITY_IMPERSONATION_LEVEL;

/* ne-wdm-_se_adt_parameter_type */
typedef enum _SE_ADT_PARAMETER_TYPE {
    SeAdtParmTypeNone               = 0,
    SeAdtParmTypeString             = 1,
    SeAdtParmTypeFileSpec           = 2,
    SeAdtParmTypeUlong              = 3,
    SeAdtParmTypeSid                = 4,
    SeAdtParmTypeLogonId            = 5,
    SeAdtParmTypeNoLogonId          = 6,
    SeAdtParmTypeAccessMask         = 7,
    SeAdtParmTypePrivs              = 8,
    SeAdtParmTypeObjectTypes        = 9,
    SeAdtParmTypeHexUlong           = 10,
    SeAdtParmTypePtr                = 11,
    SeAdtParmTypeTime               = 12,
    SeAdtParmTypeGuid               = 13,
    SeAdtParmTypeLuid               = 14,
    SeAdtParmTypeHexInt64           = 15,
    SeAdtParmTypeStringList         = 16,
    SeAdtParmTypeSidList            = 17,
    SeAdtParmTypeDuration           = 18,
    SeAdtParmTypeUserAccountControl = 19,
    SeAdtParmTypeNoUac              = 20,
    SeAdtParmTypeMessage            = 21,
    SeAdtParmTypeDateTime           = 22,
    SeAdtParmTypeSockAddr           = 23,
    SeAdtParmTypeSD                 = 24,
    SeAdtParmTypeLogonHours         = 25,
    SeAdtParmTypeLogonIdNoSid       = 26,
    SeAdtParmTypeUlongNoConv        = 27,
    SeAdtParmTypeSockAddrNoPort     = 28,
    SeAdtParmTypeAccessReason       = 29,
    SeAdtParmTypeStagingReason      = 30,
    SeAdtParmTypeResourceAttribute  = 31,
    SeAdtParmTypeClaims             = 32,
    SeAdtParmTypeLogonIdAsSid       = 33,
    SeAdtParmTypeMultiSzString      = 34,
    SeAdtParmTypeLogonIdEx          = 35,
} SE_ADT_PARAMETER_TYPE;

/* ne-wdm-_io_session_event */
typedef enum _IO_SESSION_EVENT {
    IoSessionEventIgnore       = 0,
    IoSessionEventCreated      = 1,
    IoSessionEventTerminated   = 2,
    IoSessionEventConnected    = 3,
    IoSessionEventDisconnected = 4,
    IoSessionEventLogon        = 5,
    IoSessionEventLogoff       = 6,
    IoSessionEventMax          = 7,
} IO_SESSION_EVENT;

/* ne-wdm-_io_session_state */
typedef enum _IO_SESSION_STATE {
    IoSessionStateCreated              = 1,
    IoSessionStateInitialized          = 2,
    IoSessionStateConnected            = 3,
    IoSessionStateDisconnected         = 4,
    IoSessionStateDisconnectedLoggedOn = 5,
    IoSessionStateLoggedOn             = 6,
    IoSessionStateLoggedOff            = 7,
    IoSessionStateTerminated           = 8,
    IoSessionStateMax                  = 9,
} IO_SESSION_STATE;

/* ne-wdm-_file_information_class */
typedef enum _FILE_INFORMATION_CLASS {
    FileDirectoryInformation                 = 1,
    FileFullDirectoryInformation             = 2,
    FileBothDirectoryInformation             = 3,
    FileBasicInformation                     = 4,
    FileStandardInformation                  = 5,
    FileInternalInformation                  = 6,
    FileEaInformation                        = 7,
    FileAccessInformation                    = 8,
    FileNameInformation                      = 9,
    FileRenameInformation                    = 10,
    FileLinkInformation                      = 11,
    FileNamesInformation                     = 12,
    FileDispositionInformation               = 13,
    FilePositionInformation                  = 14,
    FileFullEaInformation                    = 15,
    FileModeInformation                      = 16,
    FileAlignmentInformation                 = 17,
    FileAllInformation                       = 18,
    FileAllocationInformation                = 19,
    FileEndOfFileInformation                 = 20,
    FileAlternateNameInformation             = 21,
    FileStreamInformation                    = 22,
    FilePipeInformation                      = 23,
    FilePipeLocalInformation                 = 24,
    FilePipeRemoteInformation                = 25,
    FileMailslotQueryInformation             = 26,
    FileMailslotSetInformation               = 27,
    FileCompressionInformation               = 28,
    FileObjectIdInformation                  = 29,
    FileCompletionInformation                = 30,
    FileMoveClusterInformation               = 31,
    FileQuotaInformation                     = 32,
    FileReparsePointInformation              = 33,
    FileNetworkOpenInformation               = 34,
    FileAttributeTagInformation              = 35,
    FileTrackingInformation                  = 36,
    FileIdBothDirectoryInformation           = 37,
    FileIdFullDirectoryInformation           = 38,
    FileValidDataLengthInformation           = 39,
    FileShortNameInformation                 = 40,
    FileIoCompletionNotificationInformation  = 41,
    FileIoStatusBlockRangeInformation        = 42,
    FileIoPriorityHintInformation            = 43,
    FileSfioReserveInformation               = 44,
    FileSfioVolumeInformation                = 45,
    FileHardLinkInformation                  = 46,
    FileProcessIdsUsingFileInformation       = 47,
    FileNormalizedNameInformation            = 48,
    FileNetworkPhysicalNameInformation       = 49,
    FileIdGlobalTxDirectoryInformation       = 50,
    FileIsRemoteDeviceInformation            = 51,
    FileUnusedInformation                    = 52,
    FileNumaNodeInformation                  = 53,
    FileStandardLinkInformation              = 54,
    FileRemoteProtocolInformation            = 55,
    FileRenameInformationBypassAccessCheck   = 56,
    FileLinkInformationBypassAccessCheck     = 57,
    FileVolumeNameInformation                = 58,
    FileIdInformation                        = 59,
    FileIdExtdDirectoryInformation           = 60,
    FileReplaceCompletionInformation         = 61,
    FileHardLinkFullIdInformation            = 62,
    FileIdExtdBothDirectoryInformation       = 63,
    FileDispositionInformationEx             = 64,
    FileRenameInformationEx                  = 65,
    FileRenameInformationExBypassAccessCheck = 66,
    FileDesiredStorageClassInformation       = 67,
    FileStatInformation                      = 68,
    FileMemoryPartitionInformation           = 69,
    FileMaximumInformation                   = 70,
} FILE_INFORMATION_CLASS;

/* ne-wdm-_directory_notify_information_class */
typedef enum _DIRECTORY_NOTIFY_INFORMATION_CLASS {
    DirectoryNotifyInformation         = 1,
    DirectoryNotifyExtendedInformation = 2,
} DIRECTORY_NOTIFY_INFORMATION_CLASS;

/* ne-wdm-_io_priority_hint */
typedef enum _IO_PRIORITY_HINT {
    IoPriorityVeryLow  = 0,
    IoPriorityLow      = 1,
    IoPriorityNormal   = 2,
    IoPriorityHigh     = 3,
    IoPriorityCritical = 4,
    MaxIoPriorityTypes = 5,
} IO_PRIORITY_HINT;

/* ne-wdm-_fsinfoclass */
typedef enum _FSINFOCLASS {
    FileFsVolumeInformation       = 1,
    FileFsLabelInformation        = 2,
    FileFsSizeInformation         = 3,
    FileFsDeviceInformation       = 4,
    FileFsAttributeInformation    = 5,
    FileFsControlInformation      = 6,
    FileFsFullSizeInformation     = 7,
    FileFsObjectIdInformation     = 8,
    FileFsDriverPathInformation   = 9,
    FileFsVolumeFlagsInformation  = 10,
    FileFsSectorSizeInformation   = 11,
    FileFsDataCopyInformation     = 12,
    FileFsMetadataSizeInformation = 13,
    FileFsMaximumInformation      = 14,
} FS_INFORMATION_CLASS;

/* ne-wdm-_interface_type */
typedef enum _INTERFACE_TYPE {
    InterfaceTypeUndefined = -1,
    Internal               = 0,
    Isa                    = 1,
    Eisa                   = 2,
    MicroChannel           = 3,
    TurboChannel           = 4,
    PCIBus                 = 5,
    VMEBus                 = 6,
    NuBus                  = 7,
    PCMCIABus              = 8,
    CBus                   = 9,
    MPIBus                 = 10,
    MPSABus                = 11,
    ProcessorInternal      = 12,
    InternalPowerBus       = 13,
    PNPISABus              = 14,
    PNPBus                 = 15,
    Vmcs                   = 16,
    ACPIBus                = 17,
    MaximumInterfaceType   = 18,
} INTERFACE_TYPE;

/* ne-wdm-_dma_width */
typedef enum _DMA_WIDTH {
    Width8Bits      = 0,
    Width16Bits     = 1,
    Width32Bits     = 2,
    Width64Bits     = 3,
    WidthNoWrap     = 4,
    MaximumDmaWidth = 5,
} DMA_WIDTH;

/* ne-wdm-_dma_speed */
typedef enum _DMA_SPEED {
    Compatible      = 0,
    TypeA           = 1,
    TypeB           = 2,
    TypeC           = 3,
    TypeF           = 4,
    MaximumDmaSpeed = 5,
} DMA_SPEED;

/* ne-wdm-_key_information_class */
typedef enum _KEY_INFORMATION_CLASS {
    KeyBasicInformation          = 0,
    KeyNodeInformation           = 1,
    KeyFullInformation           = 2,
    KeyNameInformation           = 3,
    KeyCachedInformation         = 4,
    KeyFlagsInformation          = 5,
    KeyVirtualizationInformation = 6,
    KeyHandleTagsInformation     = 7,
    KeyTrustInformation          = 8,
    KeyLayerInformation          = 9,
    MaxKeyInfoClass              = 10,
} KEY_INFORMATION_CLASS;

/* ne-wdm-_key_set_information_class */
typedef enum _KEY_SET_INFORMATION_CLASS {
    KeyWriteTimeInformation         = 0,
    KeyWow64FlagsInformation        = 1,
    KeyControlFlagsInformation      = 2,
    KeySetVirtualizationInformation = 3,
    KeySetDebugInformation          = 4,
    KeySetHandleTagsInformation     = 5,
    KeySetLayerInformation          = 6,
    MaxKeySetInfoClass              = 7,
} KEY_SET_INFORMATION_CLASS;

/* ne-wdm-_key_value_information_class */
typedef enum _KEY_VALUE_INFORMATION_CLASS {
    KeyValueBasicInformation          = 0,
    KeyValueFullInformation           = 1,
    KeyValuePartialInformation        = 2,
    KeyValueFullInformationAlign64    = 3,
    KeyValuePartialInformationAlign64 = 4,
    KeyValueLayerInformation          = 5,
    MaxKeyValueInfoClass              = 6,
} KEY_VALUE_INFORMATION_CLASS;

/* ne-wdm-_section_inherit */
typedef enum _SECTION_INHERIT {
    ViewShare = 1,
    ViewUnmap = 2,
} SECTION_INHERIT;

/* ne-wdm-_system_power_state */
typedef enum _SYSTEM_POWER_STATE {
    PowerSystemUnspecified = 0,
    PowerSystemWorking     = 1,
    PowerSystemSleeping1   = 2,
    PowerSystemSleeping2   = 3,
    PowerSystemSleeping3   = 4,
    PowerSystemHibernate   = 5,
    PowerSystemShutdown    = 6,
    PowerSystemMaximum     = 7,
} SYSTEM_POWER_STATE;

/* ne-wdm-power_action */
typedef enum {
    PowerActionNone          = 0,
    PowerActionReserved      = 1,
    PowerActionSleep         = 2,
    PowerActionHibernate     = 3,
    PowerActionShutdown      = 4,
    PowerActionShutdownReset = 5,
    PowerActionShutdownOff   = 6,
    PowerActionWarmEject     = 7,
    PowerActionDisplayOff    = 8,
} POWER_ACTION;

/* ne-wdm-_device_power_state */
typedef enum _DEVICE_POWER_STATE {
    PowerDeviceUnspecified = 0,
    PowerDeviceD0          = 1,
    PowerDeviceD1          = 2,
    PowerDeviceD2          = 3,
    PowerDeviceD3          = 4,
    PowerDeviceMaximum     = 5,
} DEVICE_POWER_STATE;

/* ne-wdm-_monitor_display_state */
typedef enum _MONITOR_DISPLAY_STATE {
    PowerMonitorOff = 0,
    PowerMonitorOn  = 1,
    PowerMonitorDim = 2,
} MONITOR_DISPLAY_STATE;

/* ne-wdm-_user_activity_presence */
typedef enum _USER_ACTIVITY_PRESENCE {
    PowerUserPresent    = 0,
    PowerUserNotPresent = 1,
    PowerUserInactive   = 2,
    PowerUserMaximum    = 3,
    PowerUserInvalid    = 3,
} USER_ACTIVITY_PRESENCE;

/* ne-wdm-_power_state_type */
typedef enum _POWER_STATE_TYPE {
    SystemPowerState = 0,
    DevicePowerState = 1,
} POWER_STATE_TYPE;

/* ne-wdm-latency_time */
typedef enum {
    LT_DONT_CARE      = 0,
    LT_LOWEST_LATENCY = 1,
} LATENCY_TIME;

/* ne-wdm-_power_request_type */
typedef enum _POWER_REQUEST_TYPE {
    PowerRequestDisplayRequired   = 0,
    PowerRequestSystemRequired    = 1,
    PowerRequestAwayModeRequired  = 2,
    PowerRequestExecutionRequired = 3,
} POWER_REQUEST_TYPE;

/* ne-wdm-power_information_level */
typedef enum {
    SystemPowerPolicyAc                = 0,
    SystemPowerPolicyDc                = 1,
    VerifySystemPolicyAc               = 2,
    VerifySystemPolicyDc               = 3,
    SystemPowerCapabilities            = 4,
    SystemBatteryState                 = 5,
    SystemPowerStateHandler            = 6,
    ProcessorStateHandler              = 7,
    SystemPowerPolicyCurrent           = 8,
    AdministratorPowerPolicy           = 9,
    SystemReserveHiberFile             = 10,
    ProcessorInformation               = 11,
    SystemPowerInformation             = 12,
    ProcessorStateHandler2             = 13,
    LastWakeTime                       = 14,
    LastSleepTime                      = 15,
    SystemExecutionState               = 16,
    SystemPowerStateNotifyHandler      = 17,
    ProcessorPowerPolicyAc             = 18,
    ProcessorPowerPolicyDc             = 19,
    VerifyProcessorPowerPolicyAc       = 20,
    VerifyProcessorPowerPolicyDc       = 21,
    ProcessorPowerPolicyCurrent        = 22,
    SystemPowerStateLogging            = 23,
    SystemPowerLoggingEntry            = 24,
    SetPowerSettingValue               = 25,
    NotifyUserPowerSetting             = 26,
    PowerInformationLevelUnused0       = 27,
    SystemMonitorHiberBootPowerOff     = 28,
    SystemVideoState                   = 29,
    TraceApplicationPowerMessage       = 30,
    TraceApplicationPowerMessageEnd    = 31,
    ProcessorPerfStates                = 32,
    ProcessorIdleStates                = 33,
    ProcessorCap                       = 34,
    SystemWakeSource                   = 35,
    SystemHiberFileInformation         = 36,
    TraceServicePowerMessage           = 37,
    ProcessorLoad                      = 38,
    PowerShutdownNotification          = 39,
    MonitorCapabilities                = 40,
    SessionPowerInit                   = 41,
    SessionDisplayState                = 42,
    PowerRequestCreate                 = 43,
    PowerRequestAction                 = 44,
    GetPowerRequestList                = 45,
    ProcessorInformationEx             = 46,
    NotifyUserModeLegacyPowerEvent     = 47,
    GroupPark                          = 48,
    ProcessorIdleDomains               = 49,
    WakeTimerList                      = 50,
    SystemHiberFileSize                = 51,
    ProcessorIdleStatesHv              = 52,
    ProcessorPerfStatesHv              = 53,
    ProcessorPerfCapHv                 = 54,
    ProcessorSetIdle                   = 55,
    LogicalProcessorIdling             = 56,
    UserPresence                       = 57,
    PowerSettingNotificationName       = 58,
    GetPowerSettingValue               = 59,
    IdleResiliency                     = 60,
    SessionRITState                    = 61,
    SessionConnectNotification         = 62,
    SessionPowerCleanup                = 63,
    SessionLockState                   = 64,
    SystemHiberbootState               = 65,
    PlatformInformation                = 66,
    PdcInvocation                      = 67,
    MonitorInvocation                  = 68,
    FirmwareTableInformationRegistered = 69,
    SetShutdownSelectedTime            = 70,
    SuspendResumeInvocation            = 71,
    PlmPowerRequestCreate              = 72,
    ScreenOff                          = 73,
    CsDeviceNotification               = 74,
    PlatformRole                       = 75,
    LastResumePerformance              = 76,
    DisplayBurst                       = 77,
    ExitLatencySamplingPercentage      = 78,
    RegisterSpmPowerSettings           = 79,
    PlatformIdleStates                 = 80,
    ProcessorIdleVeto                  = 81,
    PlatformIdleVeto                   = 82,
    SystemBatteryStatePrecise          = 83,
    ThermalEvent                       = 84,
    PowerRequestActionInternal         = 85,
    BatteryDeviceState                 = 86,
    PowerInformationInternal           = 87,
    ThermalStandby                     = 88,
    SystemHiberFileType                = 89,
    PhysicalPowerButtonPress           = 90,
    QueryPotentialDripsConstraint      = 91,
    EnergyTrackerCreate                = 92,
    EnergyTrackerQuery                 = 93,
    UpdateBlackBoxRecorder             = 94,
    PowerInformationLevelMaximum       = 95,
} POWER_INFORMATION_LEVEL;

/* ne-wdm-power_user_presence_type */
typedef enum {
    UserNotPresent = 0,
    UserPresent    = 1,
    UserUnknown    = 255,
} POWER_USER_PRESENCE_TYPE;

/* ne-wdm-power_monitor_request_reason */
typedef enum {
    MonitorRequestReasonUnknown                        = 0,
    MonitorRequestReasonPowerButton                    = 1,
    MonitorRequestReasonRemoteConnection               = 2,
    MonitorRequestReasonScMonitorpower                 = 3,
    MonitorRequestReasonUserInput                      = 4,
    MonitorRequestReasonAcDcDisplayBurst               = 5,
    MonitorRequestReasonUserDisplayBurst               = 6,
    MonitorRequestReasonPoSetSystemState               = 7,
    MonitorRequestReasonSetThreadExecutionState        = 8,
    MonitorRequestReasonFullWake                       = 9,
    MonitorRequestReasonSessionUnlock                  = 10,
    MonitorRequestReasonScreenOffRequest               = 11,
    MonitorRequestReasonIdleTimeout                    = 12,
    MonitorRequestReasonPolicyChange                   = 13,
    MonitorRequestReasonSleepButton                    = 14,
    MonitorRequestReasonLid                            = 15,
    MonitorRequestReasonBatteryCountChange             = 16,
    MonitorRequestReasonGracePeriod                    = 17,
    MonitorRequestReasonPnP                            = 18,
    MonitorRequestReasonDP                             = 19,
    MonitorRequestReasonSxTransition                   = 20,
    MonitorRequestReasonSystemIdle                     = 21,
    MonitorRequestReasonNearProximity                  = 22,
    MonitorRequestReasonThermalStandby                 = 23,
    MonitorRequestReasonResumePdc                      = 24,
    MonitorRequestReasonResumeS4                       = 25,
    MonitorRequestReasonTerminal                       = 26,
    MonitorRequestReasonPdcSignal                      = 27,
    MonitorRequestReasonAcDcDisplayBurstSuppressed     = 28,
    MonitorRequestReasonSystemStateEntered             = 29,
    MonitorRequestReasonWinrt                          = 30,
    MonitorRequestReasonUserInputKeyboard              = 31,
    MonitorRequestReasonUserInputMouse                 = 32,
    MonitorRequestReasonUserInputTouch                 = 33,
    MonitorRequestReasonUserInputPen                   = 34,
    MonitorRequestReasonUserInputAccelerometer         = 35,
    MonitorRequestReasonUserInputHid                   = 36,
    MonitorRequestReasonUserInputPoUserPresent         = 37,
    MonitorRequestReasonUserInputSessionSwitch         = 38,
    MonitorRequestReasonUserInputInitialization        = 39,
    MonitorRequestReasonPdcSignalWindowsMobilePwrNotif = 40,
    MonitorRequestReasonPdcSignalWindowsMobileShell    = 41,
    MonitorRequestReasonPdcSignalHeyCortana            = 42,
    MonitorRequestReasonPdcSignalHolographicShell      = 43,
    MonitorRequestReasonMax                            = 44,
} POWER_MONITOR_REQUEST_REASON;

/* ne-wdm-_power_monitor_request_type */
typedef enum _POWER_MONITOR_REQUEST_TYPE {
    MonitorRequestTypeOff          = 0,
    MonitorRequestTypeOnAndPresent = 1,
    MonitorRequestTypeToggleOn     = 2,
} POWER_MONITOR_REQUEST_TYPE;

/* ne-wdm-system_power_condition */
typedef enum {
    PoAc               = 0,
    PoDc               = 1,
    PoHot              = 2,
    PoConditionMaximum = 3,
} SYSTEM_POWER_CONDITION;

/* ne-wdm-_power_platform_role */
typedef enum _POWER_PLATFORM_ROLE {
    PlatformRoleUnspecified       = 0,
    PlatformRoleDesktop           = 1,
    PlatformRoleMobile            = 2,
    PlatformRoleWorkstation       = 3,
    PlatformRoleEnterpriseServer  = 4,
    PlatformRoleSOHOServer        = 5,
    PlatformRoleAppliancePC       = 6,
    PlatformRolePerformanceServer = 7,
    PlatformRoleSlate             = 8,
    PlatformRoleMaximum           = 9,
} POWER_PLATFORM_ROLE;

/* ne-wdm-_cm_service_node_type */
typedef enum _CM_SERVICE_NODE_TYPE {
    DriverType               = 1,
    FileSystemType           = 2,
    Win32ServiceOwnProcess   = 16,
    Win32ServiceShareProcess = 32,
    AdapterType              = 4,
    RecognizerType           = 8,
} SERVICE_NODE_TYPE;

/* ne-wdm-_cm_service_load_type */
typedef enum _CM_SERVICE_LOAD_TYPE {
    BootLoad    = 0,
    SystemLoad  = 1,
    AutoLoad    = 2,
    DemandLoad  = 3,
    DisableLoad = 4,
} SERVICE_LOAD_TYPE;

/* ne-wdm-_cm_error_control_type */
typedef enum _CM_ERROR_CONTROL_TYPE {
    IgnoreError   = 0,
    NormalError   = 1,
    SevereError   = 2,
    CriticalError = 3,
} SERVICE_ERROR_TYPE;

/* ne-wdm-_cm_share_disposition */
typedef enum _CM_SHARE_DISPOSITION {
    CmResourceShareUndetermined    = 0,
    CmResourceShareDeviceExclusive = 1,
    CmResourceShareDriverExclusive = 2,
    CmResourceShareShared          = 3,
} CM_SHARE_DISPOSITION;

/* ne-wdm-_irq_device_policy */
typedef enum _IRQ_DEVICE_POLICY {
    IrqPolicyMachineDefault                    = 0,
    IrqPolicyAllCloseProcessors                = 1,
    IrqPolicyOneCloseProcessor                 = 2,
    IrqPolicyAllProcessorsInMachine            = 3,
    IrqPolicySpecifiedProcessors               = 4,
    IrqPolicySpreadMessagesAcrossAllProcessors = 5,
    IrqPolicyAllProcessorsInMachineWhenSteered = 6,
} IRQ_DEVICE_POLICY;

/* ne-wdm-_irq_priority */
typedef enum _IRQ_PRIORITY {
    IrqPriorityUndefined = 0,
    IrqPriorityLow       = 1,
    IrqPriorityNormal    = 2,
    IrqPriorityHigh      = 3,
} IRQ_PRIORITY;

/* ne-wdm-_irq_group_policy */
typedef enum _IRQ_GROUP_POLICY {
    GroupAffinityAllGroupZero = 0,
    GroupAffinityDontCare     = 1,
} IRQ_GROUP_POLICY;

/* ne-wdm-_os_deployement_state_values */
typedef enum _OS_DEPLOYEMENT_STATE_VALUES {
    OS_DEPLOYMENT_STANDARD = 1,
    OS_DEPLOYMENT_COMPACT  = 2,
} OS_DEPLOYEMENT_STATE_VALUES;

/* ne-wdm-_image_policy_entry_type */
typedef enum _IMAGE_POLICY_ENTRY_TYPE {
    ImagePolicyEntryTypeNone          = 0,
    ImagePolicyEntryTypeBool          = 1,
    ImagePolicyEntryTypeInt8          = 2,
    ImagePolicyEntryTypeUInt8         = 3,
    ImagePolicyEntryTypeInt16         = 4,
    ImagePolicyEntryTypeUInt16        = 5,
    ImagePolicyEntryTypeInt32         = 6,
    ImagePolicyEntryTypeUInt32        = 7,
    ImagePolicyEntryTypeInt64         = 8,
    ImagePolicyEntryTypeUInt64        = 9,
    ImagePolicyEntryTypeAnsiString    = 10,
    ImagePolicyEntryTypeUnicodeString = 11,
    ImagePolicyEntryTypeMaximum       = 12,
} IMAGE_POLICY_ENTRY_TYPE;

/* ne-wdm-_image_policy_id */
typedef enum _IMAGE_POLICY_ID {
    ImagePolicyIdNone             = 0,
    ImagePolicyIdEtw              = 1,
    ImagePolicyIdDebug            = 2,
    ImagePolicyIdCrashDump        = 3,
    ImagePolicyIdCrashDumpKey     = 4,
    ImagePolicyIdCrashDumpKeyGuid = 5,
    ImagePolicyIdParentSd         = 6,
    ImagePolicyIdParentSdRev      = 7,
    ImagePolicyIdSvn              = 8,
    ImagePolicyIdDeviceId         = 9,
    ImagePolicyIdCapability       = 10,
    ImagePolicyIdScenarioId       = 11,
    ImagePolicyIdMaximum          = 12,
} IMAGE_POLICY_ID;

/* ne-wdm-_transaction_outcome */
typedef enum _TRANSACTION_OUTCOME {
    TransactionOutcomeUndetermined = 1,
    TransactionOutcomeCommitted    = 2,
    TransactionOutcomeAborted      = 3,
} TRANSACTION_OUTCOME;

/* ne-wdm-_transaction_state */
typedef enum _TRANSACTION_STATE {
    TransactionStateNormal          = 1,
    TransactionStateIndoubt         = 2,
    TransactionStateCommittedNotify = 3,
} TRANSACTION_STATE;

/* ne-wdm-_transaction_information_class */
typedef enum _TRANSACTION_INFORMATION_CLASS {
    TransactionBasicInformation              = 0,
    TransactionPropertiesInformation         = 1,
    TransactionEnlistmentInformation         = 2,
    TransactionSuperiorEnlistmentInformation = 3,
} TRANSACTION_INFORMATION_CLASS;

/* ne-wdm-_transactionmanager_information_class */
typedef enum _TRANSACTIONMANAGER_INFORMATION_CLASS {
    TransactionManagerBasicInformation    = 0,
    TransactionManagerLogInformation      = 1,
    TransactionManagerLogPathInformation  = 2,
    TransactionManagerRecoveryInformation = 4,
} TRANSACTIONMANAGER_INFORMATION_CLASS;

/* ne-wdm-_resourcemanager_information_class */
typedef enum _RESOURCEMANAGER_INFORMATION_CLASS {
    ResourceManagerBasicInformation      = 0,
    ResourceManagerCompletionInformation = 1,
} RESOURCEMANAGER_INFORMATION_CLASS;

/* ne-wdm-_enlistment_information_class */
typedef enum _ENLISTMENT_INFORMATION_CLASS {
    EnlistmentBasicInformation    = 0,
    EnlistmentRecoveryInformation = 1,
    EnlistmentCrmInformation      = 2,
} ENLISTMENT_INFORMATION_CLASS;

/* ne-wdm-_ktmobject_type */
typedef enum _KTMOBJECT_TYPE {
    KTMOBJECT_TRANSACTION         = 0,
    KTMOBJECT_TRANSACTION_MANAGER = 1,
    KTMOBJECT_RESOURCE_MANAGER    = 2,
    KTMOBJECT_ENLISTMENT          = 3,
    KTMOBJECT_INVALID             = 4,
} KTMOBJECT_TYPE;

/* ne-wdm-_mode */
typedef enum _MODE {
    KernelMode  = 0,
    UserMode    = 1,
    MaximumMode = 2,
} MODE;

/* ne-wdm-_kdpc_importance */
typedef enum _KDPC_IMPORTANCE {
    LowImportance        = 0,
    MediumImportance     = 1,
    HighImportance       = 2,
    MediumHighImportance = 3,
} KDPC_IMPORTANCE;

/* ne-wdm-_lock_operation */
typedef enum _LOCK_OPERATION {
    IoReadAccess   = 0,
    IoWriteAccess  = 1,
    IoModifyAccess = 2,
} LOCK_OPERATION;

/* ne-wdm-_firmware_type */
typedef enum _FIRMWARE_TYPE {
    FirmwareTypeUnknown = 0,
    FirmwareTypeBios    = 1,
    FirmwareTypeUefi    = 2,
    FirmwareTypeMax     = 3,
} FIRMWARE_TYPE;

/* ne-wdm-_logical_processor_relationship */
typedef enum _LOGICAL_PROCESSOR_RELATIONSHIP {
    RelationProcessorCore    = 0,
    RelationNumaNode         = 1,
    RelationCache            = 2,
    RelationProcessorPackage = 3,
    RelationGroup            = 4,
    RelationAll              = 65535,
} LOGICAL_PROCESSOR_RELATIONSHIP;

/* ne-wdm-_processor_cache_type */
typedef enum _PROCESSOR_CACHE_TYPE {
    CacheUnified     = 0,
    CacheInstruction = 1,
    CacheData        = 2,
    CacheTrace       = 3,
} PROCESSOR_CACHE_TYPE;

/* ne-wdm-_cpu_set_information_type */
typedef enum _CPU_SET_INFORMATION_TYPE {
    CpuSetInformation = 0,
} CPU_SET_INFORMATION_TYPE;

/* ne-wdm-_alternative_architecture_type */
typedef enum _ALTERNATIVE_ARCHITECTURE_TYPE {
    StandardDesign  = 0,
    NEC98x86        = 1,
    EndAlternatives = 2,
} ALTERNATIVE_ARCHITECTURE_TYPE;

/* ne-wdm-_kinterrupt_mode */
typedef enum _KINTERRUPT_MODE {
    LevelSensitive = 0,
    Latched        = 1,
} KINTERRUPT_MODE;

/* ne-wdm-_kinterrupt_polarity */
typedef enum _KINTERRUPT_POLARITY {
    InterruptPolarityUnknown       = 0,
    InterruptActiveHigh            = 1,
    InterruptRisingEdge            = 1,
    InterruptActiveLow             = 2,
    InterruptFallingEdge           = 2,
    InterruptActiveBoth            = 3,
    InterruptActiveBothTriggerLow  = 3,
    InterruptActiveBothTriggerHigh = 4,
} KINTERRUPT_POLARITY;

/* ne-wdm-_kwait_reason */
typedef enum _KWAIT_REASON {
    Executive         = 0,
    FreePage          = 1,
    PageIn            = 2,
    PoolAllocation    = 3,
    DelayExecution    = 4,
    Suspended         = 5,
    UserRequest       = 6,
    WrExecutive       = 7,
    WrFreePage        = 8,
    WrPageIn          = 9,
    WrPoolAllocation  = 10,
    WrDelayExecution  = 11,
    WrSuspended       = 12,
    WrUserRequest     = 13,
    WrSpare0          = 14,
    WrQueue           = 15,
    WrLpcReceive      = 16,
    WrLpcReply        = 17,
    WrVirtualMemory   = 18,
    WrPageOut         = 19,
    WrRendezvous      = 20,
    WrKeyedEvent      = 21,
    WrTerminated      = 22,
    WrProcessInSwap   = 23,
    WrCpuRateControl  = 24,
    WrCalloutStack    = 25,
    WrKernel          = 26,
    WrResource        = 27,
    WrPushLock        = 28,
    WrMutex           = 29,
    WrQuantumEnd      = 30,
    WrDispatchInt     = 31,
    WrPreempted       = 32,
    WrYieldExecution  = 33,
    WrFastMutex       = 34,
    WrGuardedMutex    = 35,
    WrRundown         = 36,
    WrAlertByThreadId = 37,
    WrDeferredPreempt = 38,
    WrPhysicalFault   = 39,
    MaximumWaitReason = 40,
} KWAIT_REASON;

/* ne-wdm-_kbugcheck_buffer_dump_state */
typedef enum _KBUGCHECK_BUFFER_DUMP_STATE {
    BufferEmpty      = 0,
    BufferInserted   = 1,
    BufferStarted    = 2,
    BufferFinished   = 3,
    BufferIncomplete = 4,
} KBUGCHECK_BUFFER_DUMP_STATE;

/* ne-wdm-_kbugcheck_callback_reason */
typedef enum _KBUGCHECK_CALLBACK_REASON {
    KbCallbackInvalid                    = 0,
    KbCallbackReserved1                  = 1,
    KbCallbackSecondaryDumpData          = 2,
    KbCallbackDumpIo                     = 3,
    KbCallbackAddPages                   = 4,
    KbCallbackSecondaryMultiPartDumpData = 5,
    KbCallbackRemovePages                = 6,
} KBUGCHECK_CALLBACK_REASON;

/* ne-wdm-_kbugcheck_dump_io_type */
typedef enum _KBUGCHECK_DUMP_IO_TYPE {
    KbDumpIoInvalid       = 0,
    KbDumpIoHeader        = 1,
    KbDumpIoBody          = 2,
    KbDumpIoSecondaryData = 3,
    KbDumpIoComplete      = 4,
} KBUGCHECK_DUMP_IO_TYPE;

/* ne-wdm-_bound_callback_status */
typedef enum _BOUND_CALLBACK_STATUS {
    BoundExceptionContinueSearch = 0,
    BoundExceptionHandled        = 1,
    BoundExceptionError          = 2,
    BoundExceptionMaximum        = 3,
} BOUND_CALLBACK_STATUS;

/* ne-wdm-_memory_caching_type_orig */
typedef enum _MEMORY_CACHING_TYPE_ORIG {
    MmFrameBufferCached = 2,
} MEMORY_CACHING_TYPE_ORIG;

/* ne-wdm-_memory_caching_type */
typedef enum _MEMORY_CACHING_TYPE {
    MmNonCached              = 0,
    MmCached                 = 1,
    MmWriteCombined          = 2,
    MmHardwareCoherentCached = 3,
    MmNonCachedUnordered     = 4,
    MmUSWCCached             = 5,
    MmMaximumCacheType       = 6,
    MmNotMapped              = -1,
} MEMORY_CACHING_TYPE;

/* ne-wdm-ke_processor_change_notify_state */
typedef enum {
    KeProcessorAddStartNotify    = 0,
    KeProcessorAddCompleteNotify = 1,
    KeProcessorAddFailureNotify  = 2,
} KE_PROCESSOR_CHANGE_NOTIFY_STATE;

/* ne-wdm-_kd_option */
typedef enum _KD_OPTION {
    KD_OPTION_SET_BLOCK_ENABLE = 0,
} KD_OPTION;

/* ne-wdm-_pool_type */
typedef enum _POOL_TYPE {
    NonPagedPool                         = 0,
    NonPagedPoolExecute                  = 0,
    PagedPool                            = 1,
    NonPagedPoolMustSucceed              = 2,
    DontUseThisType                      = 3,
    NonPagedPoolCacheAligned             = 4,
    PagedPoolCacheAligned                = 5,
    NonPagedPoolCacheAlignedMustS        = 6,
    MaxPoolType                          = 7,
    NonPagedPoolBase                     = 0,
    NonPagedPoolBaseMustSucceed          = 2,
    NonPagedPoolBaseCacheAligned         = 4,
    NonPagedPoolBaseCacheAlignedMustS    = 6,
    NonPagedPoolSession                  = 32,
    PagedPoolSession                     = 33,
    NonPagedPoolMustSucceedSession       = 34,
    DontUseThisTypeSession               = 35,
    NonPagedPoolCacheAlignedSession      = 36,
    PagedPoolCacheAlignedSession         = 37,
    NonPagedPoolCacheAlignedMustSSession = 38,
    NonPagedPoolNx                       = 512,
    NonPagedPoolNxCacheAligned           = 516,
    NonPagedPoolSessionNx                = 544,
} POOL_TYPE;

/* ne-wdm-_ex_pool_priority */
typedef enum _EX_POOL_PRIORITY {
    LowPoolPriority                       = 0,
    LowPoolPrioritySpecialPoolOverrun     = 8,
    LowPoolPrioritySpecialPoolUnderrun    = 9,
    NormalPoolPriority                    = 16,
    NormalPoolPrioritySpecialPoolOverrun  = 24,
    NormalPoolPrioritySpecialPoolUnderrun = 25,
    HighPoolPriority                      = 32,
    HighPoolPrioritySpecialPoolOverrun    = 40,
    HighPoolPrioritySpecialPoolUnderrun   = 41,
} EX_POOL_PRIORITY;

/* ne-wdm-_work_queue_type */
typedef enum _WORK_QUEUE_TYPE {
    CriticalWorkQueue       = 0,
    DelayedWorkQueue        = 1,
    HyperCriticalWorkQueue  = 2,
    NormalWorkQueue         = 3,
    BackgroundWorkQueue     = 4,
    RealTimeWorkQueue       = 5,
    SuperCriticalWorkQueue  = 6,
    MaximumWorkQueue        = 7,
    CustomPriorityWorkQueue = 32,
} WORK_QUEUE_TYPE;

/* ne-wdm-_reg_notify_class */
typedef enum _REG_NOTIFY_CLASS {
    RegNtDeleteKey                    = 0,
    RegNtPreDeleteKey                 = 0,
    RegNtSetValueKey                  = 1,
    RegNtPreSetValueKey               = 1,
    RegNtDeleteValueKey               = 2,
    RegNtPreDeleteValueKey            = 2,
    RegNtSetInformationKey            = 3,
    RegNtPreSetInformationKey         = 3,
    RegNtRenameKey                    = 4,
    RegNtPreRenameKey                 = 4,
    RegNtEnumerateKey                 = 5,
    RegNtPreEnumerateKey              = 5,
    RegNtEnumerateValueKey            = 6,
    RegNtPreEnumerateValueKey         = 6,
    RegNtQueryKey                     = 7,
    RegNtPreQueryKey                  = 7,
    RegNtQueryValueKey                = 8,
    RegNtPreQueryValueKey             = 8,
    RegNtQueryMultipleValueKey        = 9,
    RegNtPreQueryMultipleValueKey     = 9,
    RegNtPreCreateKey                 = 10,
    RegNtPostCreateKey                = 11,
    RegNtPreOpenKey                   = 12,
    RegNtPostOpenKey                  = 13,
    RegNtKeyHandleClose               = 14,
    RegNtPreKeyHandleClose            = 14,
    RegNtPostDeleteKey                = 15,
    RegNtPostSetValueKey              = 16,
    RegNtPostDeleteValueKey           = 17,
    RegNtPostSetInformationKey        = 18,
    RegNtPostRenameKey                = 19,
    RegNtPostEnumerateKey             = 20,
    RegNtPostEnumerateValueKey        = 21,
    RegNtPostQueryKey                 = 22,
    RegNtPostQueryValueKey            = 23,
    RegNtPostQueryMultipleValueKey    = 24,
    RegNtPostKeyHandleClose           = 25,
    RegNtPreCreateKeyEx               = 26,
    RegNtPostCreateKeyEx              = 27,
    RegNtPreOpenKeyEx                 = 28,
    RegNtPostOpenKeyEx                = 29,
    RegNtPreFlushKey                  = 30,
    RegNtPostFlushKey                 = 31,
    RegNtPreLoadKey                   = 32,
    RegNtPostLoadKey                  = 33,
    RegNtPreUnLoadKey                 = 34,
    RegNtPostUnLoadKey                = 35,
    RegNtPreQueryKeySecurity          = 36,
    RegNtPostQueryKeySecurity         = 37,
    RegNtPreSetKeySecurity            = 38,
    RegNtPostSetKeySecurity           = 39,
    RegNtCallbackObjectContextCleanup = 40,
    RegNtPreRestoreKey                = 41,
    RegNtPostRestoreKey               = 42,
    RegNtPreSaveKey                   = 43,
    RegNtPostSaveKey                  = 44,
    RegNtPreReplaceKey                = 45,
    RegNtPostReplaceKey               = 46,
    RegNtPreQueryKeyName              = 47,
    RegNtPostQueryKeyName             = 48,
    MaxRegNtNotifyClass               = 49,
} REG_NOTIFY_CLASS;

/* ne-wdm-_mm_system_size */
typedef enum _MM_SYSTEM_SIZE {
    MmSmallSystem  = 0,
    MmMediumSystem = 1,
    MmLargeSystem  = 2,
} MM_SYSTEMSIZE;

/* ne-wdm-_mm_page_priority */
typedef enum _MM_PAGE_PRIORITY {
    LowPagePriority    = 0,
    NormalPagePriority = 16,
    HighPagePriority   = 32,
} MM_PAGE_PRIORITY;

/* ne-wdm-_mm_mdl_page_contents_state */
typedef enum _MM_MDL_PAGE_CONTENTS_STATE {
    MmMdlPageContentsDynamic   = 0,
    MmMdlPageContentsInvariant = 1,
    MmMdlPageContentsQuery     = 2,
} MM_MDL_PAGE_CONTENTS_STATE;

/* ne-wdm-_security_operation_code */
typedef enum _SECURITY_OPERATION_CODE {
    SetSecurityDescriptor    = 0,
    QuerySecurityDescriptor  = 1,
    DeleteSecurityDescriptor = 2,
    AssignSecurityDescriptor = 3,
} SECURITY_OPERATION_CODE;

/* ne-wdm-_se_image_type */
typedef enum _SE_IMAGE_TYPE {
    SeImageTypeElamDriver         = 0,
    SeImageTypeDriver             = 1,
    SeImageTypePlatformSecureFile = 2,
    SeImageTypeMax                = 3,
} SE_IMAGE_TYPE;

/* ne-wdm-_se_image_verification_callback_type */
typedef enum _SE_IMAGE_VERIFICATION_CALLBACK_TYPE {
    SeImageVerificationCallbackInformational = 0,
} SE_IMAGE_VERIFICATION_CALLBACK_TYPE;

/* ne-wdm-_create_file_type */
typedef enum _CREATE_FILE_TYPE {
    CreateFileTypeNone      = 0,
    CreateFileTypeNamedPipe = 1,
    CreateFileTypeMailslot  = 2,
} CREATE_FILE_TYPE;

/* ne-wdm-_io_allocation_action */
typedef enum _IO_ALLOCATION_ACTION {
    KeepObject                    = 1,
    DeallocateObject              = 2,
    DeallocateObjectKeepRegisters = 3,
} IO_ALLOCATION_ACTION;

/* ne-wdm-_device_relation_type */
typedef enum _DEVICE_RELATION_TYPE {
    BusRelations         = 0,
    EjectionRelations    = 1,
    PowerRelations       = 2,
    RemovalRelations     = 3,
    TargetDeviceRelation = 4,
    SingleBusRelations   = 5,
    TransportRelations   = 6,
} DEVICE_RELATION_TYPE;

/* ne-wdm-_device_usage_notification_type */
typedef enum _DEVICE_USAGE_NOTIFICATION_TYPE {
    DeviceUsageTypeUndefined   = 0,
    DeviceUsageTypePaging      = 1,
    DeviceUsageTypeHibernation = 2,
    DeviceUsageTypeDumpFile    = 3,
    DeviceUsageTypeBoot        = 4,
    DeviceUsageTypePostDisplay = 5,
} DEVICE_USAGE_NOTIFICATION_TYPE;

/* ne-wdm-bus_query_id_type */
typedef enum {
    BusQueryDeviceID           = 0,
    BusQueryHardwareIDs        = 1,
    BusQueryCompatibleIDs      = 2,
    BusQueryInstanceID         = 3,
    BusQueryDeviceSerialNumber = 4,
    BusQueryContainerID        = 5,
} BUS_QUERY_ID_TYPE;

/* ne-wdm-device_text_type */
typedef enum {
    DeviceTextDescription         = 0,
    DeviceTextLocationInformation = 1,
} DEVICE_TEXT_TYPE;

/* ne-wdm-_io_paging_priority */
typedef enum _IO_PAGING_PRIORITY {
    IoPagingPriorityInvalid   = 0,
    IoPagingPriorityNormal    = 1,
    IoPagingPriorityHigh      = 2,
    IoPagingPriorityReserved1 = 3,
    IoPagingPriorityReserved2 = 4,
} IO_PAGING_PRIORITY;

/* ne-wdm-_io_completion_routine_result */
typedef enum _IO_COMPLETION_ROUTINE_RESULT {
    ContinueCompletion = 0,
    StopCompletion     = (int)0xC0000016,
} IO_COMPLETION_ROUTINE_RESULT;

/* ne-wdm-_io_access_type */
typedef enum _IO_ACCESS_TYPE {
    ReadAccess   = 0,
    WriteAccess  = 1,
    ModifyAccess = 2,
} IO_ACCESS_TYPE;

/* ne-wdm-_io_access_mode */
typedef enum _IO_ACCESS_MODE {
    SequentialAccess = 0,
    RandomAccess     = 1,
} IO_ACCESS_MODE;

/* ne-wdm-_io_container_notification_class */
typedef enum _IO_CONTAINER_NOTIFICATION_CLASS {
    IoSessionStateNotification      = 0,
    IoMaxContainerNotificationClass = 1,
} IO_CONTAINER_NOTIFICATION_CLASS;

/* ne-wdm-_io_container_information_class */
typedef enum _IO_CONTAINER_INFORMATION_CLASS {
    IoSessionStateInformation      = 0,
    IoMaxContainerInformationClass = 1,
} IO_CONTAINER_INFORMATION_CLASS;

/* ne-wdm-_trace_information_class */
typedef enum _TRACE_INFORMATION_CLASS {
    TraceIdClass                   = 0,
    TraceHandleClass               = 1,
    TraceEnableFlagsClass          = 2,
    TraceEnableLevelClass          = 3,
    GlobalLoggerHandleClass        = 4,
    EventLoggerHandleClass         = 5,
    AllLoggerHandlesClass          = 6,
    TraceHandleByNameClass         = 7,
    LoggerEventsLostClass          = 8,
    TraceSessionSettingsClass      = 9,
    LoggerEventsLoggedClass        = 10,
    DiskIoNotifyRoutinesClass      = 11,
    TraceInformationClassReserved1 = 12,
    FltIoNotifyRoutinesClass       = 13,
    TraceInformationClassReserved2 = 14,
    WdfNotifyRoutinesClass         = 15,
    MaxTraceInformationClass       = 16,
} TRACE_INFORMATION_CLASS;

/* ne-wdm-device_registry_property */
typedef enum {
    DevicePropertyDeviceDescription           = 0,
    DevicePropertyHardwareID                  = 1,
    DevicePropertyCompatibleIDs               = 2,
    DevicePropertyBootConfiguration           = 3,
    DevicePropertyBootConfigurationTranslated = 4,
    DevicePropertyClassName                   = 5,
    DevicePropertyClassGuid                   = 6,
    DevicePropertyDriverKeyName               = 7,
    DevicePropertyManufacturer                = 8,
    DevicePropertyFriendlyName                = 9,
    DevicePropertyLocationInformation         = 10,
    DevicePropertyPhysicalDeviceObjectName    = 11,
    DevicePropertyBusTypeGuid                 = 12,
    DevicePropertyLegacyBusType               = 13,
    DevicePropertyBusNumber                   = 14,
    DevicePropertyEnumeratorName              = 15,
    DevicePropertyAddress                     = 16,
    DevicePropertyUINumber                    = 17,
    DevicePropertyInstallState                = 18,
    DevicePropertyRemovalPolicy               = 19,
    DevicePropertyResourceRequirements        = 20,
    DevicePropertyAllocatedResources          = 21,
    DevicePropertyContainerID                 = 22,
} DEVICE_REGISTRY_PROPERTY;

/* ne-wdm-_device_install_state */
typedef enum _DEVICE_INSTALL_STATE {
    InstallStateInstalled      = 0,
    InstallStateNeedsReinstall = 1,
    InstallStateFailedInstall  = 2,
    InstallStateFinishInstall  = 3,
} DEVICE_INSTALL_STATE;

/* ne-wdm-_device_removal_policy */
typedef enum _DEVICE_REMOVAL_POLICY {
    RemovalPolicyExpectNoRemoval       = 1,
    RemovalPolicyExpectOrderlyRemoval  = 2,
    RemovalPolicyExpectSurpriseRemoval = 3,
} DEVICE_REMOVAL_POLICY;

/* ne-wdm-_pci_acs_bit */
typedef enum _PCI_ACS_BIT {
    PciAcsReserved    = 0,
    PciAcsBitEnable   = 1,
    PciAcsBitDisable  = 2,
    PciAcsBitDontCare = 3,
} PCI_ACS_BIT;

/* ne-wdm-_device_wake_depth */
typedef enum _DEVICE_WAKE_DEPTH {
    DeviceWakeDepthNotWakeable = 0,
    DeviceWakeDepthD0          = 1,
    DeviceWakeDepthD1          = 2,
    DeviceWakeDepthD2          = 3,
    DeviceWakeDepthD3hot       = 4,
    DeviceWakeDepthD3cold      = 5,
    DeviceWakeDepthMaximum     = 6,
} DEVICE_WAKE_DEPTH;

/* ne-wdm-_d3cold_last_transition_status */
typedef enum _D3COLD_LAST_TRANSITION_STATUS {
    LastDStateTransitionStatusUnknown = 0,
    LastDStateTransitionD3hot         = 1,
    LastDStateTransitionD3cold        = 2,
} D3COLD_LAST_TRANSITION_STATUS;

/* ne-wdm-_io_notification_event_category */
typedef enum _IO_NOTIFICATION_EVENT_CATEGORY {
    EventCategoryReserved              = 0,
    EventCategoryHardwareProfileChange = 1,
    EventCategoryDeviceInterfaceChange = 2,
    EventCategoryTargetDeviceChange    = 3,
} IO_NOTIFICATION_EVENT_CATEGORY;

/* ne-wdm-_device_reset_type */
typedef enum _DEVICE_RESET_TYPE {
    FunctionLevelDeviceReset = 0,
    PlatformLevelDeviceReset = 1,
} DEVICE_RESET_TYPE;

/* ne-wdm-dma_completion_status */
typedef enum {
    DmaComplete  = 0,
    DmaAborted   = 1,
    DmaError     = 2,
    DmaCancelled = 3,
} DMA_COMPLETION_STATUS;

/* ne-wdm-_po_fx_perf_state_unit */
typedef enum _PO_FX_PERF_STATE_UNIT {
    PoFxPerfStateUnitOther     = 0,
    PoFxPerfStateUnitFrequency = 1,
    PoFxPerfStateUnitBandwidth = 2,
    PoFxPerfStateUnitMaximum   = 3,
} PO_FX_PERF_STATE_UNIT;

/* ne-wdm-_po_fx_perf_state_type */
typedef enum _PO_FX_PERF_STATE_TYPE {
    PoFxPerfStateTypeDiscrete = 0,
    PoFxPerfStateTypeRange    = 1,
    PoFxPerfStateTypeMaximum  = 2,
} PO_FX_PERF_STATE_TYPE;

/* ne-wdm-_po_thermal_request_type */
typedef enum _PO_THERMAL_REQUEST_TYPE {
    PoThermalRequestPassive = 0,
    PoThermalRequestActive  = 1,
} PO_THERMAL_REQUEST_TYPE;

/* ne-wdm-_ob_preop_callback_status */
typedef enum _OB_PREOP_CALLBACK_STATUS {
    OB_PREOP_SUCCESS = 0,
} OB_PREOP_CALLBACK_STATUS;

/* ne-wdm-_cls_context_mode */
typedef enum _CLS_CONTEXT_MODE {
    ClsContextNone     = 0,
    ClsContextUndoNext = 1,
    ClsContextPrevious = 2,
    ClsContextForward  = 3,
} CLS_CONTEXT_MODE;

/* ne-wdm-_clfs_context_mode */
typedef enum _CLFS_CONTEXT_MODE {
    ClfsContextNone     = 0,
    ClfsContextUndoNext = 1,
    ClfsContextPrevious = 2,
    ClfsContextForward  = 3,
} CLFS_CONTEXT_MODE;

/* ne-wdm-_cls_log_information_class */
typedef enum _CLS_LOG_INFORMATION_CLASS {
    ClfsLogBasicInformation            = 0,
    ClfsLogBasicInformationPhysical    = 1,
    ClfsLogPhysicalNameInformation     = 2,
    ClfsLogStreamIdentifierInformation = 3,
    ClfsLogSystemMarkingInformation    = 4,
    ClfsLogPhysicalLsnInformation      = 5,
} CLS_LOG_INFORMATION_CLASS;

/* ne-wdm-_cls_iostats_class */
typedef enum _CLS_IOSTATS_CLASS {
    ClsIoStatsDefault = 0,
    ClsIoStatsMax     = 65535,
} CLS_IOSTATS_CLASS;

/* ne-wdm-_clfs_iostats_class */
typedef enum _CLFS_IOSTATS_CLASS {
    ClfsIoStatsDefault = 0,
    ClfsIoStatsMax     = 65535,
} CLFS_IOSTATS_CLASS;

/* ne-wdm-_clfs_log_archive_mode */
typedef enum _CLFS_LOG_ARCHIVE_MODE {
    ClfsLogArchiveEnabled  = 1,
    ClfsLogArchiveDisabled = 2,
} CLFS_LOG_ARCHIVE_MODE;

/* ne-wdm-_clfs_mgmt_policy_type */
typedef enum _CLFS_MGMT_POLICY_TYPE {
    ClfsMgmtPolicyMaximumSize           = 0,
    ClfsMgmtPolicyMinimumSize           = 1,
    ClfsMgmtPolicyNewContainerSize      = 2,
    ClfsMgmtPolicyGrowthRate            = 3,
    ClfsMgmtPolicyLogTail               = 4,
    ClfsMgmtPolicyAutoShrink            = 5,
    ClfsMgmtPolicyAutoGrow              = 6,
    ClfsMgmtPolicyNewContainerPrefix    = 7,
    ClfsMgmtPolicyNewContainerSuffix    = 8,
    ClfsMgmtPolicyNewContainerExtension = 9,
    ClfsMgmtPolicyInvalid               = 10,
} CLFS_MGMT_POLICY_TYPE;

/* ne-wdm-_clfs_mgmt_notification_type */
typedef enum _CLFS_MGMT_NOTIFICATION_TYPE {
    ClfsMgmtAdvanceTailNotification    = 0,
    ClfsMgmtLogFullHandlerNotification = 1,
    ClfsMgmtLogUnpinnedNotification    = 2,
    ClfsMgmtLogWriteNotification       = 3,
} CLFS_MGMT_NOTIFICATION_TYPE;

/* ne-wdm-_pcw_callback_type */
typedef enum _PCW_CALLBACK_TYPE {
    PcwCallbackAddCounter         = 0,
    PcwCallbackRemoveCounter      = 1,
    PcwCallbackEnumerateInstances = 2,
    PcwCallbackCollectData        = 3,
} PCW_CALLBACK_TYPE;

/* ne-wdm-_driver_runtime_init_flags */
typedef enum _DRIVER_RUNTIME_INIT_FLAGS {
    DrvRtPoolNxOptIn = 1,
    LastDrvRtFlag    = 2,
} DRIVER_RUNTIME_INIT_FLAGS;

typedef ULONG ACCESS_MASK;
typedef ULONG CLFS_CONTAINER_ID;
typedef UINT32 CLS_CONTAINER_STATE;
typedef CLS_CONTAINER_STATE CLFS_CONTAINER_STATE;
typedef CLS_LOG_INFORMATION_CLASS CLFS_LOG_INFORMATION_CLASS;
typedef PVOID CLFS_MGMT_CLIENT;
typedef UCHAR CLS_RECORD_TYPE;
typedef CLS_RECORD_TYPE CLFS_RECORD_TYPE;
typedef UCHAR CLFS_SCAN_MODE;
typedef int CM_RESOURCE_TYPE;

typedef NTSTATUS NTAPI DRIVER_DISPATCH(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);

typedef DRIVER_DISPATCH DRIVER_DISPATCH_RAISED;
typedef ULONG_PTR ERESOURCE_THREAD;
typedef ULONG EXECUTION_STATE;
typedef volatile LONG EX_SPIN_LOCK;
typedef struct _KENLISTMENT KENLISTMENT;
typedef LONG KPRIORITY;
typedef CCHAR KPROCESSOR_MODE;
typedef struct _KRESOURCEMANAGER KRESOURCEMANAGER;
typedef ULONG_PTR KSPIN_LOCK;
typedef ULONG64 KSPIN_LOCK_QUEUE_NUMBER;
typedef struct _KTM KTM;
typedef struct _KTRANSACTION KTRANSACTION;
typedef struct _OSVERSIONINFOA *LPOSVERSIONINFOA;
typedef LPOSVERSIONINFOA LPOSVERSIONINFO;
typedef struct _OSVERSIONINFOEXA *LPOSVERSIONINFOEXA;
typedef LPOSVERSIONINFOEXA LPOSVERSIONINFOEX;
typedef struct _OSVERSIONINFOEXW *LPOSVERSIONINFOEXW;
typedef struct _OSVERSIONINFOW *LPOSVERSIONINFOW;

/* ns-wdm-_luid_and_attributes */
typedef struct _LUID_AND_ATTRIBUTES {
    LUID Luid;
    ULONG Attributes;
} LUID_AND_ATTRIBUTES;

typedef LUID_AND_ATTRIBUTES LUID_AND_ATTRIBUTES_ARRAY[1];
typedef ULONG OB_OPERATION;
typedef ACCESS_MASK *PACCESS_MASK;
typedef struct _ACCESS_STATE *PACCESS_STATE;
typedef PVOID PACCESS_TOKEN;
typedef ACL *PACL;
typedef struct _ACPI_INTERFACE_STANDARD *PACPI_INTERFACE_STANDARD;

typedef void (NTAPI *PINTERFACE_REFERENCE)(PVOID Context);
typedef void (NTAPI *PINTERFACE_DEREFERENCE)(PVOID Context);
typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE)(PVOID, PVOID);

typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR2)(PVOID Context, ULONG GpeNumber,
    KINTERRUPT_MODE Mode, BOOLEAN Shareable, PGPE_SERVICE_ROUTINE ServiceRoutine,
    PVOID ServiceContext, PVOID *ObjectContext);

typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT2)(PVOID Context, PVOID ObjectContext);
typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS2)(PVOID Context, PVOID ObjectContext);
typedef void (NTAPI *PDEVICE_NOTIFY_CALLBACK2)(PVOID NotificationContext, ULONG NotifyCode);

typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS2)(PVOID Context,
    PDEVICE_NOTIFY_CALLBACK2 NotificationHandler, PVOID NotificationContext);

typedef void (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2)(PVOID Context);

/* ns-wdm-acpi_interface_standard2 */
typedef struct {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGPE_CONNECT_VECTOR2 GpeConnectVector;
    PGPE_DISCONNECT_VECTOR2 GpeDisconnectVector;
    PGPE_ENABLE_EVENT2 GpeEnableEvent;
    PGPE_DISABLE_EVENT2 GpeDisableEvent;
    PGPE_CLEAR_STATUS2 GpeClearStatus;
    PREGISTER_FOR_DEVICE_NOTIFICATIONS2 RegisterForDeviceNotifications;
    PUNREGISTER_FOR_DEVICE_NOTIFICATIONS2 UnregisterForDeviceNotifications;
} ACPI_INTERFACE_STANDARD2;

typedef ACPI_INTERFACE_STANDARD2 *PACPI_INTERFACE_STANDARD2;
typedef struct _DMA_ADAPTER *PADAPTER_OBJECT;

typedef PVOID NTAPI ALLOCATE_FUNCTION(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);

typedef ALLOCATE_FUNCTION *PALLOCATE_FUNCTION;
typedef struct _LOOKASIDE_LIST_EX *PLOOKASIDE_LIST_EX;

typedef PVOID NTAPI ALLOCATE_FUNCTION_EX(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
    PLOOKASIDE_LIST_EX Lookaside);

typedef ALLOCATE_FUNCTION_EX *PALLOCATE_FUNCTION_EX;
typedef struct _APPLICATIONLAUNCH_SETTING_VALUE *PAPPLICATIONLAUNCH_SETTING_VALUE;

/* ns-wdm-battery_reporting_scale */
typedef struct {
    ULONG Granularity;
    ULONG Capacity;
} BATTERY_REPORTING_SCALE;

typedef BATTERY_REPORTING_SCALE *PBATTERY_REPORTING_SCALE;
typedef struct _BOOTDISK_INFORMATION *PBOOTDISK_INFORMATION;
typedef struct _BOOTDISK_INFORMATION_EX *PBOOTDISK_INFORMATION_EX;
typedef struct _BOOTDISK_INFORMATION_LITE *PBOOTDISK_INFORMATION_LITE;

typedef BOUND_CALLBACK_STATUS NTAPI BOUND_CALLBACK(void);

typedef BOUND_CALLBACK *PBOUND_CALLBACK;
typedef enum _BOUND_CALLBACK_STATUS *PBOUND_CALLBACK_STATUS;
typedef struct _BUS_INTERFACE_STANDARD *PBUS_INTERFACE_STANDARD;
typedef BUS_QUERY_ID_TYPE *PBUS_QUERY_ID_TYPE;
typedef struct _CACHE_DESCRIPTOR *PCACHE_DESCRIPTOR;
typedef struct _CACHE_RELATIONSHIP *PCACHE_RELATIONSHIP;

typedef void NTAPI CALLBACK_FUNCTION(PVOID CallbackContext, PVOID Argument1, PVOID Argument2);

typedef CALLBACK_FUNCTION *PCALLBACK_FUNCTION;
typedef const enum _DRIVER_RUNTIME_INIT_FLAGS *PCDRIVER_RUNTIME_INIT_FLAGS;
typedef const IMAGE_POLICY_ENTRY *PCIMAGE_POLICY_ENTRY;
typedef const IMAGE_POLICY_METADATA *PCIMAGE_POLICY_METADATA;
typedef PVOID PCLAIMS_BLOB;
typedef CLFS_ARCHIVE_DESCRIPTOR *PCLFS_ARCHIVE_DESCRIPTOR;
typedef CLFS_CONTAINER_ID *PCLFS_CONTAINER_ID;
typedef CLFS_CONTAINER_INFORMATION *PCLFS_CONTAINER_INFORMATION;
typedef CLS_CONTAINER_STATE *PCLFS_CONTAINER_STATE;
typedef enum _CLFS_CONTEXT_MODE *PCLFS_CONTEXT_MODE;
typedef CLFS_INFORMATION *PCLFS_INFORMATION;
typedef enum _CLFS_IOSTATS_CLASS *PCLFS_IOSTATS_CLASS;
typedef CLFS_IO_STATISTICS *PCLFS_IO_STATISTICS;
typedef CLFS_IO_STATISTICS_HEADER *PCLFS_IO_STATISTICS_HEADER;
typedef enum _CLFS_LOG_ARCHIVE_MODE *PCLFS_LOG_ARCHIVE_MODE;
typedef CLFS_LOG_INFORMATION_CLASS *PCLFS_LOG_INFORMATION_CLASS;
typedef struct _CLFS_LOG_NAME_INFORMATION *PCLFS_LOG_NAME_INFORMATION;
typedef CLFS_LSN *PCLFS_LSN;
typedef PVOID *PCLFS_MGMT_CLIENT;
typedef struct _CLFS_MGMT_CLIENT_REGISTRATION *PCLFS_MGMT_CLIENT_REGISTRATION;
typedef struct _CLFS_MGMT_NOTIFICATION *PCLFS_MGMT_NOTIFICATION;
typedef enum _CLFS_MGMT_NOTIFICATION_TYPE *PCLFS_MGMT_NOTIFICATION_TYPE;
typedef struct _CLFS_MGMT_POLICY *PCLFS_MGMT_POLICY;
typedef enum _CLFS_MGMT_POLICY_TYPE *PCLFS_MGMT_POLICY_TYPE;
typedef struct _CLFS_NODE_ID *PCLFS_NODE_ID;
typedef struct _CLFS_PHYSICAL_LSN_INFORMATION *PCLFS_PHYSICAL_LSN_INFORMATION;
typedef CLS_RECORD_TYPE *PCLFS_RECORD_TYPE;
typedef CLFS_SCAN_CONTEXT *PCLFS_SCAN_CONTEXT;
typedef UCHAR *PCLFS_SCAN_MODE;
typedef struct _CLFS_STREAM_ID_INFORMATION *PCLFS_STREAM_ID_INFORMATION;
typedef CLFS_WRITE_ENTRY *PCLFS_WRITE_ENTRY;
typedef CLIENT_ID *PCLIENT_ID;
typedef struct _CLS_ARCHIVE_DESCRIPTOR *PCLS_ARCHIVE_DESCRIPTOR;
typedef struct _CLS_CONTAINER_INFORMATION *PCLS_CONTAINER_INFORMATION;
typedef UINT32 *PCLS_CONTAINER_STATE;
typedef enum _CLS_CONTEXT_MODE *PCLS_CONTEXT_MODE;
typedef struct _CLS_INFORMATION *PCLS_INFORMATION;
typedef enum _CLS_IOSTATS_CLASS *PCLS_IOSTATS_CLASS;
typedef struct _CLS_IO_STATISTICS *PCLS_IO_STATISTICS;
typedef struct _CLS_IO_STATISTICS_HEADER *PCLS_IO_STATISTICS_HEADER;
typedef enum _CLS_LOG_INFORMATION_CLASS *PCLS_LOG_INFORMATION_CLASS;
typedef struct _CLS_LSN *PCLS_LSN;
typedef UCHAR *PCLS_RECORD_TYPE;
typedef struct _CLS_SCAN_CONTEXT *PCLS_SCAN_CONTEXT;
typedef struct _CLS_WRITE_ENTRY *PCLS_WRITE_ENTRY;
typedef struct _CM_COMPONENT_INFORMATION *PCM_COMPONENT_INFORMATION;
typedef struct _CM_DISK_GEOMETRY_DEVICE_DATA *PCM_DISK_GEOMETRY_DEVICE_DATA;
typedef struct _CM_EISA_FUNCTION_INFORMATION *PCM_EISA_FUNCTION_INFORMATION;
typedef struct _CM_EISA_SLOT_INFORMATION *PCM_EISA_SLOT_INFORMATION;
typedef struct _CM_FLOPPY_DEVICE_DATA *PCM_FLOPPY_DEVICE_DATA;
typedef struct _CM_FULL_RESOURCE_DESCRIPTOR *PCM_FULL_RESOURCE_DESCRIPTOR;
typedef struct _CM_INT13_DRIVE_PARAMETER *PCM_INT13_DRIVE_PARAMETER;
typedef struct _CM_KEYBOARD_DEVICE_DATA *PCM_KEYBOARD_DEVICE_DATA;
typedef struct _CM_MCA_POS_DATA *PCM_MCA_POS_DATA;
typedef struct _CM_MONITOR_DEVICE_DATA *PCM_MONITOR_DEVICE_DATA;
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR *PCM_PARTIAL_RESOURCE_DESCRIPTOR;
typedef struct _CM_PARTIAL_RESOURCE_LIST *PCM_PARTIAL_RESOURCE_LIST;
typedef struct _CM_PNP_BIOS_DEVICE_NODE *PCM_PNP_BIOS_DEVICE_NODE;
typedef struct _CM_PNP_BIOS_INSTALLATION_CHECK *PCM_PNP_BIOS_INSTALLATION_CHECK;
typedef struct CM_Power_Data_s *PCM_POWER_DATA;
typedef struct _CM_RESOURCE_LIST *PCM_RESOURCE_LIST;
typedef struct _CM_ROM_BLOCK *PCM_ROM_BLOCK;
typedef struct _CM_SCSI_DEVICE_DATA *PCM_SCSI_DEVICE_DATA;
typedef struct _CM_SERIAL_DEVICE_DATA *PCM_SERIAL_DEVICE_DATA;
typedef struct _CM_SONIC_DEVICE_DATA *PCM_SONIC_DEVICE_DATA;
typedef struct _CM_VIDEO_DEVICE_DATA *PCM_VIDEO_DEVICE_DATA;
typedef struct _COUNTED_REASON_CONTEXT *PCOUNTED_REASON_CONTEXT;
typedef enum _CPU_SET_INFORMATION_TYPE *PCPU_SET_INFORMATION_TYPE;
typedef struct _CRASHDUMP_FUNCTIONS_INTERFACE *PCRASHDUMP_FUNCTIONS_INTERFACE;
typedef enum _D3COLD_LAST_TRANSITION_STATUS *PD3COLD_LAST_TRANSITION_STATUS;
typedef struct _D3COLD_SUPPORT_INTERFACE *PD3COLD_SUPPORT_INTERFACE;
typedef struct _DEVICE_CAPABILITIES *PDEVICE_CAPABILITIES;

typedef void NTAPI DEVICE_CHANGE_COMPLETE_CALLBACK(PVOID Context);

typedef DEVICE_CHANGE_COMPLETE_CALLBACK *PDEVICE_CHANGE_COMPLETE_CALLBACK;
typedef struct _DEVICE_DESCRIPTION *PDEVICE_DESCRIPTION;
typedef struct _DEVICE_FLAGS *PDEVICE_FLAGS;
typedef enum _DEVICE_INSTALL_STATE *PDEVICE_INSTALL_STATE;
typedef struct _DEVICE_INTERFACE_CHANGE_NOTIFICATION *PDEVICE_INTERFACE_CHANGE_NOTIFICATION;
typedef struct _DEVICE_OBJECT *PDEVICE_OBJECT;
typedef enum _DEVICE_POWER_STATE *PDEVICE_POWER_STATE;
typedef struct _DEVICE_RELATIONS *PDEVICE_RELATIONS;
typedef enum _DEVICE_RELATION_TYPE *PDEVICE_RELATION_TYPE;
typedef enum _DEVICE_REMOVAL_POLICY *PDEVICE_REMOVAL_POLICY;

typedef void NTAPI DEVICE_RESET_COMPLETION(NTSTATUS Status, PVOID Context);

typedef DEVICE_RESET_COMPLETION *PDEVICE_RESET_COMPLETION;
typedef struct _DEVICE_RESET_INTERFACE_STANDARD *PDEVICE_RESET_INTERFACE_STANDARD;
typedef DEVICE_TEXT_TYPE *PDEVICE_TEXT_TYPE;
typedef enum _DEVICE_WAKE_DEPTH *PDEVICE_WAKE_DEPTH;
typedef struct _DEVOBJ_EXTENSION *PDEVOBJ_EXTENSION;
typedef enum _DIRECTORY_NOTIFY_INFORMATION_CLASS *PDIRECTORY_NOTIFY_INFORMATION_CLASS;
typedef struct _DISPATCHER_HEADER *PDISPATCHER_HEADER;
typedef struct _DMA_ADAPTER *PDMA_ADAPTER;
typedef struct _DMA_ADAPTER_INFO *PDMA_ADAPTER_INFO;
typedef struct _DMA_ADAPTER_INFO_V1 *PDMA_ADAPTER_INFO_V1;

typedef void NTAPI DMA_COMPLETION_ROUTINE(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject,
    PVOID CompletionContext, DMA_COMPLETION_STATUS Status);

typedef DMA_COMPLETION_ROUTINE *PDMA_COMPLETION_ROUTINE;
typedef struct _DMA_OPERATIONS *PDMA_OPERATIONS;
typedef enum _DMA_SPEED *PDMA_SPEED;
typedef struct _DMA_TRANSFER_INFO *PDMA_TRANSFER_INFO;
typedef struct _DMA_TRANSFER_INFO_V1 *PDMA_TRANSFER_INFO_V1;
typedef enum _DMA_WIDTH *PDMA_WIDTH;
typedef struct _DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK *PDPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK;

typedef NTSTATUS NTAPI DRIVER_ADD_DEVICE(struct _DRIVER_OBJECT *DriverObject,
    struct _DEVICE_OBJECT *PhysicalDeviceObject);

typedef DRIVER_ADD_DEVICE *PDRIVER_ADD_DEVICE;

typedef void NTAPI DRIVER_CANCEL(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);

typedef DRIVER_CANCEL *PDRIVER_CANCEL;

typedef IO_ALLOCATION_ACTION NTAPI DRIVER_CONTROL(struct _DEVICE_OBJECT *DeviceObject,
    struct _IRP *Irp, PVOID MapRegisterBase, PVOID Context);

typedef DRIVER_CONTROL *PDRIVER_CONTROL;
typedef DRIVER_DISPATCH *PDRIVER_DISPATCH;

typedef NTSTATUS NTAPI DRIVER_DISPATCH_PAGED(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);

typedef DRIVER_DISPATCH_PAGED *PDRIVER_DISPATCH_PAGED;
typedef struct _DRIVER_EXTENSION *PDRIVER_EXTENSION;

typedef NTSTATUS NTAPI DRIVER_INITIALIZE(struct _DRIVER_OBJECT *DriverObject,
    PUNICODE_STRING RegistryPath);

typedef DRIVER_INITIALIZE *PDRIVER_INITIALIZE;
typedef struct _SCATTER_GATHER_LIST *PSCATTER_GATHER_LIST;

typedef void NTAPI DRIVER_LIST_CONTROL(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp,
    PSCATTER_GATHER_LIST ScatterGather, PVOID Context);

typedef DRIVER_LIST_CONTROL *PDRIVER_LIST_CONTROL;

typedef NTSTATUS NTAPI DRIVER_NOTIFICATION_CALLBACK_ROUTINE(PVOID NotificationStructure,
    PVOID Context);

typedef DRIVER_NOTIFICATION_CALLBACK_ROUTINE *PDRIVER_NOTIFICATION_CALLBACK_ROUTINE;
typedef struct _DRIVER_OBJECT *PDRIVER_OBJECT;
typedef enum _DRIVER_RUNTIME_INIT_FLAGS *PDRIVER_RUNTIME_INIT_FLAGS;

typedef void NTAPI DRIVER_STARTIO(struct _DEVICE_OBJECT *DeviceObject, struct _IRP *Irp);

typedef DRIVER_STARTIO *PDRIVER_STARTIO;

typedef void NTAPI DRIVER_UNLOAD(struct _DRIVER_OBJECT *DriverObject);

typedef DRIVER_UNLOAD *PDRIVER_UNLOAD;
typedef struct _EISA_DMA_CONFIGURATION *PEISA_DMA_CONFIGURATION;
typedef struct _EISA_IRQ_CONFIGURATION *PEISA_IRQ_CONFIGURATION;
typedef struct _EISA_IRQ_DESCRIPTOR *PEISA_IRQ_DESCRIPTOR;
typedef struct _EISA_MEMORY_CONFIGURATION *PEISA_MEMORY_CONFIGURATION;
typedef struct _EISA_MEMORY_TYPE *PEISA_MEMORY_TYPE;
typedef struct _EISA_PORT_CONFIGURATION *PEISA_PORT_CONFIGURATION;
typedef struct _EISA_PORT_DESCRIPTOR *PEISA_PORT_DESCRIPTOR;

typedef NTSTATUS NTAPI ENABLE_VIRTUALIZATION(PVOID Context, UINT16 NumVFs,
    BOOLEAN EnableVfMigration, BOOLEAN EnableMigrationInterrupt, BOOLEAN EnableVirtualization);

typedef ENABLE_VIRTUALIZATION *PENABLE_VIRTUALIZATION;
typedef struct _ENLISTMENT_BASIC_INFORMATION *PENLISTMENT_BASIC_INFORMATION;
typedef struct _ENLISTMENT_CRM_INFORMATION *PENLISTMENT_CRM_INFORMATION;
typedef struct _ERESOURCE *PERESOURCE;
typedef ERESOURCE_THREAD *PERESOURCE_THREAD;
typedef struct _ETW_TRACE_SESSION_SETTINGS *PETW_TRACE_SESSION_SETTINGS;
typedef struct _EXCEPTION_POINTERS *PEXCEPTION_POINTERS;
typedef EXCEPTION_RECORD *PEXCEPTION_RECORD;
typedef struct _EXCEPTION_RECORD32 *PEXCEPTION_RECORD32;
typedef struct _EXCEPTION_RECORD64 *PEXCEPTION_RECORD64;
typedef ULONG *PEXECUTION_STATE;
typedef struct _EX_TIMER *PEX_TIMER;

typedef void NTAPI EXT_CALLBACK(PEX_TIMER Timer, PVOID Context);

typedef EXT_CALLBACK *PEXT_CALLBACK;
typedef PVOID PEXT_CANCEL_PARAMETERS;

typedef void NTAPI EXT_DELETE_CALLBACK(PVOID Context);

typedef EXT_DELETE_CALLBACK *PEXT_DELETE_CALLBACK;
typedef struct _EXT_DELETE_PARAMETERS *PEXT_DELETE_PARAMETERS;
typedef struct _EXT_SET_PARAMETERS_V0 *PEXT_SET_PARAMETERS;

typedef NTSTATUS NTAPI EX_CALLBACK_FUNCTION(PVOID CallbackContext, PVOID Argument1,
    PVOID Argument2);

typedef EX_CALLBACK_FUNCTION *PEX_CALLBACK_FUNCTION;
typedef struct _EX_RUNDOWN_REF *PEX_RUNDOWN_REF;
typedef struct _EX_RUNDOWN_REF_CACHE_AWARE *PEX_RUNDOWN_REF_CACHE_AWARE;
typedef volatile LONG *PEX_SPIN_LOCK;

typedef void NTAPI FAST_IO_ACQUIRE_FILE(struct _FILE_OBJECT *FileObject);

typedef FAST_IO_ACQUIRE_FILE *PFAST_IO_ACQUIRE_FILE;

typedef NTSTATUS NTAPI FAST_IO_ACQUIRE_FOR_CCFLUSH(struct _FILE_OBJECT *FileObject,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_ACQUIRE_FOR_CCFLUSH *PFAST_IO_ACQUIRE_FOR_CCFLUSH;

typedef NTSTATUS NTAPI FAST_IO_ACQUIRE_FOR_MOD_WRITE(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER EndingOffset, struct _ERESOURCE **ResourceToRelease,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_ACQUIRE_FOR_MOD_WRITE *PFAST_IO_ACQUIRE_FOR_MOD_WRITE;
typedef struct _IO_STATUS_BLOCK *PIO_STATUS_BLOCK;

typedef BOOLEAN NTAPI FAST_IO_CHECK_IF_POSSIBLE(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, ULONG Length, BOOLEAN Wait, ULONG LockKey,
    BOOLEAN CheckForReadOperation, PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_CHECK_IF_POSSIBLE *PFAST_IO_CHECK_IF_POSSIBLE;

typedef void NTAPI FAST_IO_DETACH_DEVICE(struct _DEVICE_OBJECT *SourceDevice,
    struct _DEVICE_OBJECT *TargetDevice);

typedef FAST_IO_DETACH_DEVICE *PFAST_IO_DETACH_DEVICE;

typedef BOOLEAN NTAPI FAST_IO_DEVICE_CONTROL(struct _FILE_OBJECT *FileObject, BOOLEAN Wait,
    PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
    ULONG IoControlCode, PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_DEVICE_CONTROL *PFAST_IO_DEVICE_CONTROL;
typedef struct _FAST_IO_DISPATCH *PFAST_IO_DISPATCH;
typedef struct _EPROCESS *PEPROCESS;

typedef BOOLEAN NTAPI FAST_IO_LOCK(struct _FILE_OBJECT *FileObject, PLARGE_INTEGER FileOffset,
    PLARGE_INTEGER Length, PEPROCESS ProcessId, ULONG Key, BOOLEAN FailImmediately,
    BOOLEAN ExclusiveLock, PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_LOCK *PFAST_IO_LOCK;
typedef struct _MDL *PMDL;

typedef BOOLEAN NTAPI FAST_IO_MDL_READ(struct _FILE_OBJECT *FileObject, PLARGE_INTEGER FileOffset,
    ULONG Length, ULONG LockKey, PMDL *MdlChain, PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_READ *PFAST_IO_MDL_READ;

typedef BOOLEAN NTAPI FAST_IO_MDL_READ_COMPLETE(struct _FILE_OBJECT *FileObject, PMDL MdlChain,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_READ_COMPLETE *PFAST_IO_MDL_READ_COMPLETE;

typedef BOOLEAN NTAPI FAST_IO_MDL_READ_COMPLETE_COMPRESSED(struct _FILE_OBJECT *FileObject,
    PMDL MdlChain, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_READ_COMPLETE_COMPRESSED *PFAST_IO_MDL_READ_COMPLETE_COMPRESSED;

typedef BOOLEAN NTAPI FAST_IO_MDL_WRITE_COMPLETE(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, PMDL MdlChain, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_WRITE_COMPLETE *PFAST_IO_MDL_WRITE_COMPLETE;

typedef BOOLEAN NTAPI FAST_IO_MDL_WRITE_COMPLETE_COMPRESSED(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, PMDL MdlChain, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_MDL_WRITE_COMPLETE_COMPRESSED *PFAST_IO_MDL_WRITE_COMPLETE_COMPRESSED;

typedef BOOLEAN NTAPI FAST_IO_PREPARE_MDL_WRITE(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_PREPARE_MDL_WRITE *PFAST_IO_PREPARE_MDL_WRITE;
typedef struct _FILE_BASIC_INFORMATION *PFILE_BASIC_INFORMATION;

typedef BOOLEAN NTAPI FAST_IO_QUERY_BASIC_INFO(struct _FILE_OBJECT *FileObject, BOOLEAN Wait,
    PFILE_BASIC_INFORMATION Buffer, PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_BASIC_INFO *PFAST_IO_QUERY_BASIC_INFO;

typedef BOOLEAN NTAPI FAST_IO_QUERY_NETWORK_OPEN_INFO(struct _FILE_OBJECT *FileObject,
    BOOLEAN Wait, struct _FILE_NETWORK_OPEN_INFORMATION *Buffer,
    struct _IO_STATUS_BLOCK *IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_NETWORK_OPEN_INFO *PFAST_IO_QUERY_NETWORK_OPEN_INFO;
typedef struct _FILE_NETWORK_OPEN_INFORMATION *PFILE_NETWORK_OPEN_INFORMATION;

typedef BOOLEAN NTAPI FAST_IO_QUERY_OPEN(struct _IRP *Irp,
    PFILE_NETWORK_OPEN_INFORMATION NetworkInformation, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_OPEN *PFAST_IO_QUERY_OPEN;
typedef struct _FILE_STANDARD_INFORMATION *PFILE_STANDARD_INFORMATION;

typedef BOOLEAN NTAPI FAST_IO_QUERY_STANDARD_INFO(struct _FILE_OBJECT *FileObject, BOOLEAN Wait,
    PFILE_STANDARD_INFORMATION Buffer, PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_QUERY_STANDARD_INFO *PFAST_IO_QUERY_STANDARD_INFO;

typedef BOOLEAN NTAPI FAST_IO_READ(struct _FILE_OBJECT *FileObject, PLARGE_INTEGER FileOffset,
    ULONG Length, BOOLEAN Wait, ULONG LockKey, PVOID Buffer, PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_READ *PFAST_IO_READ;

typedef BOOLEAN NTAPI FAST_IO_READ_COMPRESSED(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PVOID Buffer, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus, struct _COMPRESSED_DATA_INFO *CompressedDataInfo,
    ULONG CompressedDataInfoLength, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_READ_COMPRESSED *PFAST_IO_READ_COMPRESSED;

typedef void NTAPI FAST_IO_RELEASE_FILE(struct _FILE_OBJECT *FileObject);

typedef FAST_IO_RELEASE_FILE *PFAST_IO_RELEASE_FILE;

typedef NTSTATUS NTAPI FAST_IO_RELEASE_FOR_CCFLUSH(struct _FILE_OBJECT *FileObject,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_RELEASE_FOR_CCFLUSH *PFAST_IO_RELEASE_FOR_CCFLUSH;

typedef NTSTATUS NTAPI FAST_IO_RELEASE_FOR_MOD_WRITE(struct _FILE_OBJECT *FileObject,
    struct _ERESOURCE *ResourceToRelease, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_RELEASE_FOR_MOD_WRITE *PFAST_IO_RELEASE_FOR_MOD_WRITE;

typedef BOOLEAN NTAPI FAST_IO_UNLOCK_ALL(struct _FILE_OBJECT *FileObject, PEPROCESS ProcessId,
    PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_UNLOCK_ALL *PFAST_IO_UNLOCK_ALL;

typedef BOOLEAN NTAPI FAST_IO_UNLOCK_ALL_BY_KEY(struct _FILE_OBJECT *FileObject, PVOID ProcessId,
    ULONG Key, PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_UNLOCK_ALL_BY_KEY *PFAST_IO_UNLOCK_ALL_BY_KEY;

typedef BOOLEAN NTAPI FAST_IO_UNLOCK_SINGLE(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, PLARGE_INTEGER Length, PEPROCESS ProcessId, ULONG Key,
    PIO_STATUS_BLOCK IoStatus, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_UNLOCK_SINGLE *PFAST_IO_UNLOCK_SINGLE;

typedef BOOLEAN NTAPI FAST_IO_WRITE(struct _FILE_OBJECT *FileObject, PLARGE_INTEGER FileOffset,
    ULONG Length, BOOLEAN Wait, ULONG LockKey, PVOID Buffer, PIO_STATUS_BLOCK IoStatus,
    struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_WRITE *PFAST_IO_WRITE;

typedef BOOLEAN NTAPI FAST_IO_WRITE_COMPRESSED(struct _FILE_OBJECT *FileObject,
    PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PVOID Buffer, PMDL *MdlChain,
    PIO_STATUS_BLOCK IoStatus, struct _COMPRESSED_DATA_INFO *CompressedDataInfo,
    ULONG CompressedDataInfoLength, struct _DEVICE_OBJECT *DeviceObject);

typedef FAST_IO_WRITE_COMPRESSED *PFAST_IO_WRITE_COMPRESSED;
typedef struct _FAST_MUTEX *PFAST_MUTEX;
typedef struct _FILE_FS_DEVICE_INFORMATION *PFILE_FS_DEVICE_INFORMATION;
typedef struct _FILE_FULL_EA_INFORMATION *PFILE_FULL_EA_INFORMATION;
typedef struct _FILE_GET_QUOTA_INFORMATION *PFILE_GET_QUOTA_INFORMATION;
typedef enum _FILE_INFORMATION_CLASS *PFILE_INFORMATION_CLASS;
typedef struct _FILE_IOSTATUSBLOCK_RANGE_INFORMATION *PFILE_IOSTATUSBLOCK_RANGE_INFORMATION;

typedef struct _FILE_IO_COMPLETION_NOTIFICATION_INFORMATION
    *PFILE_IO_COMPLETION_NOTIFICATION_INFORMATION;

typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION *PFILE_IO_PRIORITY_HINT_INFORMATION;
typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION_EX *PFILE_IO_PRIORITY_HINT_INFORMATION_EX;
typedef struct _FILE_IS_REMOTE_DEVICE_INFORMATION *PFILE_IS_REMOTE_DEVICE_INFORMATION;
typedef struct _FILE_MEMORY_PARTITION_INFORMATION *PFILE_MEMORY_PARTITION_INFORMATION;
typedef struct _FILE_NUMA_NODE_INFORMATION *PFILE_NUMA_NODE_INFORMATION;
typedef struct _FILE_OBJECT *PFILE_OBJECT;
typedef struct _FILE_POSITION_INFORMATION *PFILE_POSITION_INFORMATION;
typedef struct _FILE_PROCESS_IDS_USING_FILE_INFORMATION *PFILE_PROCESS_IDS_USING_FILE_INFORMATION;
typedef union _FILE_SEGMENT_ELEMENT *PFILE_SEGMENT_ELEMENT;
typedef struct _FILE_SFIO_RESERVE_INFORMATION *PFILE_SFIO_RESERVE_INFORMATION;
typedef struct _FILE_SFIO_VOLUME_INFORMATION *PFILE_SFIO_VOLUME_INFORMATION;
typedef struct _FILE_STANDARD_INFORMATION_EX *PFILE_STANDARD_INFORMATION_EX;
typedef enum _FIRMWARE_TYPE *PFIRMWARE_TYPE;
typedef ULONG PFN_COUNT;
typedef ULONG64 PFN_NUMBER;

typedef void NTAPI FREE_FUNCTION(PVOID Buffer);

typedef FREE_FUNCTION *PFREE_FUNCTION;

typedef void NTAPI FREE_FUNCTION_EX(PVOID Buffer, PLOOKASIDE_LIST_EX Lookaside);

typedef FREE_FUNCTION_EX *PFREE_FUNCTION_EX;
typedef enum _FSINFOCLASS *PFS_INFORMATION_CLASS;
typedef struct _FUNCTION_LEVEL_DEVICE_RESET_PARAMETERS *PFUNCTION_LEVEL_DEVICE_RESET_PARAMETERS;
typedef GENERAL_LOOKASIDE *PGENERAL_LOOKASIDE;
typedef struct _GENERAL_LOOKASIDE_POOL *PGENERAL_LOOKASIDE_POOL;
typedef GENERIC_MAPPING *PGENERIC_MAPPING;

typedef NTSTATUS NTAPI GET_D3COLD_CAPABILITY(PVOID Context, PBOOLEAN D3ColdSupported);

typedef GET_D3COLD_CAPABILITY *PGET_D3COLD_CAPABILITY;

typedef void NTAPI GET_D3COLD_LAST_TRANSITION_STATUS(PVOID Context,
    PD3COLD_LAST_TRANSITION_STATUS LastTransitionStatus);

typedef GET_D3COLD_LAST_TRANSITION_STATUS *PGET_D3COLD_LAST_TRANSITION_STATUS;

typedef struct _DMA_ADAPTER *NTAPI GET_DMA_ADAPTER(PVOID Context,
    struct _DEVICE_DESCRIPTION *DeviceDescriptor, PULONG NumberOfMapRegisters);

typedef GET_DMA_ADAPTER *PGET_DMA_ADAPTER;

typedef NTSTATUS NTAPI GET_IDLE_WAKE_INFO(PVOID Context, SYSTEM_POWER_STATE SystemPowerState,
    PDEVICE_WAKE_DEPTH DeepestWakeableDstate);

typedef GET_IDLE_WAKE_INFO *PGET_IDLE_WAKE_INFO;

typedef ULONGLONG NTAPI GET_SDEV_IDENTIFIER(PVOID InterfaceContext);

typedef GET_SDEV_IDENTIFIER *PGET_SDEV_IDENTIFIER;

typedef ULONG NTAPI GET_SET_DEVICE_DATA(PVOID Context, ULONG DataType, PVOID Buffer, ULONG Offset,
    ULONG Length);

typedef GET_SET_DEVICE_DATA *PGET_SET_DEVICE_DATA;

typedef ULONG NTAPI GET_VIRTUAL_DEVICE_DATA(PVOID Context, USHORT VirtualFunction, PVOID Buffer,
    ULONG Offset, ULONG Length);

typedef GET_VIRTUAL_DEVICE_DATA *PGET_VIRTUAL_DEVICE_DATA;

typedef NTSTATUS NTAPI GET_VIRTUAL_DEVICE_LOCATION(PVOID Context, USHORT VirtualFunction,
    PUINT16 SegmentNumber, PUINT8 BusNumber, PUINT8 FunctionNumber);

typedef GET_VIRTUAL_DEVICE_LOCATION *PGET_VIRTUAL_DEVICE_LOCATION;

typedef void NTAPI GET_VIRTUAL_DEVICE_RESOURCES(PVOID Context, PUINT8 CapturedBusNumbers);

typedef GET_VIRTUAL_DEVICE_RESOURCES *PGET_VIRTUAL_DEVICE_RESOURCES;

typedef NTSTATUS NTAPI GET_VIRTUAL_FUNCTION_PROBED_BARS(PVOID Context, PULONG BaseRegisterValues);

typedef GET_VIRTUAL_FUNCTION_PROBED_BARS *PGET_VIRTUAL_FUNCTION_PROBED_BARS;
typedef struct _GROUP_RELATIONSHIP *PGROUP_RELATIONSHIP;
typedef GUID *PGUID;
typedef struct _HWPROFILE_CHANGE_NOTIFICATION *PHWPROFILE_CHANGE_NOTIFICATION;
typedef struct _INITIAL_PRIVILEGE_SET *PINITIAL_PRIVILEGE_SET;
typedef struct _INTERFACE *PINTERFACE;
typedef enum _INTERFACE_TYPE *PINTERFACE_TYPE;
typedef enum _IO_ALLOCATION_ACTION *PIO_ALLOCATION_ACTION;
typedef struct _IO_ATTRIBUTION_INFORMATION *PIO_ATTRIBUTION_INFORMATION;
typedef struct _IO_COMPLETION_CONTEXT *PIO_COMPLETION_CONTEXT;
typedef IRP *PIRP;

typedef NTSTATUS NTAPI IO_COMPLETION_ROUTINE(PDEVICE_OBJECT DeviceObject, PIRP Irp, PVOID Context);

typedef IO_COMPLETION_ROUTINE *PIO_COMPLETION_ROUTINE;
typedef enum _IO_COMPLETION_ROUTINE_RESULT *PIO_COMPLETION_ROUTINE_RESULT;

typedef struct _IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS
    *PIO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS;

typedef struct _IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS
    *PIO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS;

typedef struct _IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS
    *PIO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS;

typedef struct _IO_CONNECT_INTERRUPT_PARAMETERS *PIO_CONNECT_INTERRUPT_PARAMETERS;
typedef struct _IO_CSQ *PIO_CSQ;

typedef void NTAPI IO_CSQ_ACQUIRE_LOCK(PIO_CSQ Csq, PKIRQL Irql);

typedef IO_CSQ_ACQUIRE_LOCK *PIO_CSQ_ACQUIRE_LOCK;

typedef void NTAPI IO_CSQ_COMPLETE_CANCELED_IRP(PIO_CSQ Csq, PIRP Irp);

typedef IO_CSQ_COMPLETE_CANCELED_IRP *PIO_CSQ_COMPLETE_CANCELED_IRP;

typedef void NTAPI IO_CSQ_INSERT_IRP(struct _IO_CSQ *Csq, PIRP Irp);

typedef IO_CSQ_INSERT_IRP *PIO_CSQ_INSERT_IRP;

typedef NTSTATUS NTAPI IO_CSQ_INSERT_IRP_EX(struct _IO_CSQ *Csq, PIRP Irp, PVOID InsertContext);

typedef IO_CSQ_INSERT_IRP_EX *PIO_CSQ_INSERT_IRP_EX;
typedef struct _IO_CSQ_IRP_CONTEXT *PIO_CSQ_IRP_CONTEXT;

typedef PIRP NTAPI IO_CSQ_PEEK_NEXT_IRP(PIO_CSQ Csq, PIRP Irp, PVOID PeekContext);

typedef IO_CSQ_PEEK_NEXT_IRP *PIO_CSQ_PEEK_NEXT_IRP;

typedef void NTAPI IO_CSQ_RELEASE_LOCK(PIO_CSQ Csq, KIRQL Irql);

typedef IO_CSQ_RELEASE_LOCK *PIO_CSQ_RELEASE_LOCK;

typedef void NTAPI IO_CSQ_REMOVE_IRP(PIO_CSQ Csq, PIRP Irp);

typedef IO_CSQ_REMOVE_IRP *PIO_CSQ_REMOVE_IRP;
typedef struct _IO_DISCONNECT_INTERRUPT_PARAMETERS *PIO_DISCONNECT_INTERRUPT_PARAMETERS;
typedef struct _KDPC *PKDPC;

typedef void NTAPI IO_DPC_ROUTINE(PKDPC Dpc, struct _DEVICE_OBJECT *DeviceObject,
    struct _IRP *Irp, PVOID Context);

typedef IO_DPC_ROUTINE *PIO_DPC_ROUTINE;
typedef struct _IO_ERROR_LOG_MESSAGE *PIO_ERROR_LOG_MESSAGE;
typedef struct _IO_ERROR_LOG_PACKET *PIO_ERROR_LOG_PACKET;
typedef struct _IO_INTERRUPT_MESSAGE_INFO *PIO_INTERRUPT_MESSAGE_INFO;
typedef struct _IO_INTERRUPT_MESSAGE_INFO_ENTRY *PIO_INTERRUPT_MESSAGE_INFO_ENTRY;
typedef struct _IO_REMOVE_LOCK *PIO_REMOVE_LOCK;
typedef struct _IO_REMOVE_LOCK_TRACKING_BLOCK *PIO_REMOVE_LOCK_TRACKING_BLOCK;

typedef struct _IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS
    *PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS;

typedef struct _IO_RESOURCE_DESCRIPTOR *PIO_RESOURCE_DESCRIPTOR;
typedef struct _IO_RESOURCE_LIST *PIO_RESOURCE_LIST;
typedef struct _IO_RESOURCE_REQUIREMENTS_LIST *PIO_RESOURCE_REQUIREMENTS_LIST;
typedef struct _IO_SECURITY_CONTEXT *PIO_SECURITY_CONTEXT;
typedef struct _IO_SESSION_CONNECT_INFO *PIO_SESSION_CONNECT_INFO;
typedef enum _IO_SESSION_EVENT *PIO_SESSION_EVENT;

typedef NTSTATUS NTAPI IO_SESSION_NOTIFICATION_FUNCTION(PVOID SessionObject, PVOID IoObject,
    ULONG Event, PVOID Context, PVOID NotificationPayload, ULONG PayloadLength);

typedef IO_SESSION_NOTIFICATION_FUNCTION *PIO_SESSION_NOTIFICATION_FUNCTION;
typedef enum _IO_SESSION_STATE *PIO_SESSION_STATE;
typedef struct _IO_SESSION_STATE_INFORMATION *PIO_SESSION_STATE_INFORMATION;
typedef struct _IO_SESSION_STATE_NOTIFICATION *PIO_SESSION_STATE_NOTIFICATION;
typedef struct _IO_STACK_LOCATION *PIO_STACK_LOCATION;
typedef struct _IO_STATUS_BLOCK32 *PIO_STATUS_BLOCK32;

typedef void NTAPI IO_TIMER_ROUTINE(struct _DEVICE_OBJECT *DeviceObject, PVOID Context);

typedef IO_TIMER_ROUTINE *PIO_TIMER_ROUTINE;
typedef struct _IO_WORKITEM *PIO_WORKITEM;

typedef void NTAPI IO_WORKITEM_ROUTINE(PDEVICE_OBJECT DeviceObject, PVOID Context);

typedef IO_WORKITEM_ROUTINE *PIO_WORKITEM_ROUTINE;

typedef void NTAPI IO_WORKITEM_ROUTINE_EX(PVOID IoObject, PVOID Context, PIO_WORKITEM IoWorkItem);

typedef IO_WORKITEM_ROUTINE_EX *PIO_WORKITEM_ROUTINE_EX;
typedef enum _IRQ_DEVICE_POLICY *PIRQ_DEVICE_POLICY;
typedef enum _IRQ_GROUP_POLICY *PIRQ_GROUP_POLICY;
typedef enum _IRQ_PRIORITY *PIRQ_PRIORITY;
typedef struct _KAPC *PKAPC;
typedef struct _KBUGCHECK_ADD_PAGES *PKBUGCHECK_ADD_PAGES;
typedef struct _KBUGCHECK_CALLBACK_RECORD *PKBUGCHECK_CALLBACK_RECORD;

typedef void NTAPI KBUGCHECK_CALLBACK_ROUTINE(PVOID Buffer, ULONG Length);

typedef KBUGCHECK_CALLBACK_ROUTINE *PKBUGCHECK_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_DUMP_IO *PKBUGCHECK_DUMP_IO;
typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD *PKBUGCHECK_REASON_CALLBACK_RECORD;

typedef void NTAPI KBUGCHECK_REASON_CALLBACK_ROUTINE(KBUGCHECK_CALLBACK_REASON Reason,
    struct _KBUGCHECK_REASON_CALLBACK_RECORD *Record, PVOID ReasonSpecificData,
    ULONG ReasonSpecificDataLength);

typedef KBUGCHECK_REASON_CALLBACK_ROUTINE *PKBUGCHECK_REASON_CALLBACK_ROUTINE;
typedef struct _KBUGCHECK_REMOVE_PAGES *PKBUGCHECK_REMOVE_PAGES;
typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA *PKBUGCHECK_SECONDARY_DUMP_DATA;
typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA_EX *PKBUGCHECK_SECONDARY_DUMP_DATA_EX;
typedef GUID *PKCRM_PROTOCOL_ID;

typedef void NTAPI KDEFERRED_ROUTINE(struct _KDPC *Dpc, PVOID DeferredContext,
    PVOID SystemArgument1, PVOID SystemArgument2);

typedef KDEFERRED_ROUTINE *PKDEFERRED_ROUTINE;
typedef struct _KDEVICE_QUEUE *PKDEVICE_QUEUE;
typedef struct _KDEVICE_QUEUE_ENTRY *PKDEVICE_QUEUE_ENTRY;
typedef struct _KDPC_WATCHDOG_INFORMATION *PKDPC_WATCHDOG_INFORMATION;
typedef struct _KENLISTMENT *PKENLISTMENT;
typedef struct _KEVENT *PKEVENT;
typedef struct _KEY_BASIC_INFORMATION *PKEY_BASIC_INFORMATION;
typedef struct _KEY_CONTROL_FLAGS_INFORMATION *PKEY_CONTROL_FLAGS_INFORMATION;
typedef struct _KEY_FULL_INFORMATION *PKEY_FULL_INFORMATION;
typedef struct _KEY_NODE_INFORMATION *PKEY_NODE_INFORMATION;
typedef struct _KEY_SET_VIRTUALIZATION_INFORMATION *PKEY_SET_VIRTUALIZATION_INFORMATION;
typedef struct _KEY_TRUST_INFORMATION *PKEY_TRUST_INFORMATION;
typedef struct _KEY_VALUE_BASIC_INFORMATION *PKEY_VALUE_BASIC_INFORMATION;
typedef struct _KEY_VALUE_ENTRY *PKEY_VALUE_ENTRY;
typedef struct _KEY_VALUE_FULL_INFORMATION *PKEY_VALUE_FULL_INFORMATION;
typedef struct _KEY_VALUE_LAYER_INFORMATION *PKEY_VALUE_LAYER_INFORMATION;
typedef struct _KEY_VALUE_PARTIAL_INFORMATION *PKEY_VALUE_PARTIAL_INFORMATION;
typedef struct _KEY_VALUE_PARTIAL_INFORMATION_ALIGN64 *PKEY_VALUE_PARTIAL_INFORMATION_ALIGN64;
typedef struct _KEY_WOW64_FLAGS_INFORMATION *PKEY_WOW64_FLAGS_INFORMATION;
typedef struct _KEY_WRITE_TIME_INFORMATION *PKEY_WRITE_TIME_INFORMATION;
typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT *PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;
typedef struct _KFLOATING_SAVE *PKFLOATING_SAVE;
typedef struct _KGATE *PKGATE;
typedef struct _FAST_MUTEX *PKGUARDED_MUTEX;
typedef enum _KINTERRUPT_POLARITY *PKINTERRUPT_POLARITY;

typedef ULONG_PTR NTAPI KIPI_BROADCAST_WORKER(ULONG_PTR Argument);

typedef KIPI_BROADCAST_WORKER *PKIPI_BROADCAST_WORKER;
typedef struct _KLOCK_QUEUE_HANDLE *PKLOCK_QUEUE_HANDLE;

typedef BOOLEAN NTAPI KMESSAGE_SERVICE_ROUTINE(struct _KINTERRUPT *Interrupt,
    PVOID ServiceContext, ULONG MessageID);

typedef KMESSAGE_SERVICE_ROUTINE *PKMESSAGE_SERVICE_ROUTINE;
typedef struct _KMUTANT *PKMUTANT;
typedef struct _KMUTANT *PKMUTEX;
typedef struct _KPROCESS *PKPROCESS;
typedef struct _KRESOURCEMANAGER *PKRESOURCEMANAGER;
typedef struct _KSEMAPHORE *PKSEMAPHORE;

typedef BOOLEAN NTAPI KSERVICE_ROUTINE(struct _KINTERRUPT *Interrupt, PVOID ServiceContext);

typedef KSERVICE_ROUTINE *PKSERVICE_ROUTINE;
typedef KSPIN_LOCK *PKSPIN_LOCK;
typedef struct _KSPIN_LOCK_QUEUE *PKSPIN_LOCK_QUEUE;

typedef void NTAPI KSTART_ROUTINE(PVOID StartContext);

typedef KSTART_ROUTINE *PKSTART_ROUTINE;

typedef BOOLEAN NTAPI KSYNCHRONIZE_ROUTINE(PVOID SynchronizeContext);

typedef KSYNCHRONIZE_ROUTINE *PKSYNCHRONIZE_ROUTINE;
typedef struct _KSYSTEM_TIME *PKSYSTEM_TIME;
typedef EXT_SET_PARAMETERS *PKT2_SET_PARAMETERS;
typedef struct _KTIMER *PKTIMER;
typedef struct _KTM *PKTM;
typedef struct _KTMOBJECT_CURSOR *PKTMOBJECT_CURSOR;
typedef enum _KTMOBJECT_TYPE *PKTMOBJECT_TYPE;
typedef struct _KTRANSACTION *PKTRANSACTION;
typedef struct _KWAIT_BLOCK *PKWAIT_BLOCK;
typedef struct _KWAIT_CHAIN *PKWAIT_CHAIN;
typedef struct _LEGACY_BUS_INFORMATION *PLEGACY_BUS_INFORMATION;
typedef struct _LINK_SHARE_ACCESS *PLINK_SHARE_ACCESS;
typedef struct _LOADER_PARTITION_INFORMATION_EX *PLOADER_PARTITION_INFORMATION_EX;
typedef FILE_OBJECT *PLOG_FILE_OBJECT;
typedef struct _LUID_AND_ATTRIBUTES *PLUID_AND_ATTRIBUTES;
typedef LUID_AND_ATTRIBUTES_ARRAY *PLUID_AND_ATTRIBUTES_ARRAY;
typedef struct _M128A *PM128A;
typedef struct _MAILSLOT_CREATE_PARAMETERS *PMAILSLOT_CREATE_PARAMETERS;
typedef MDL *PMDLX;
typedef enum _MM_MDL_PAGE_CONTENTS_STATE PMM_MDL_PAGE_CONTENTS_STATE;

typedef void NTAPI MM_MDL_ROUTINE(PVOID DriverContext, PVOID MappedVa);

typedef MM_MDL_ROUTINE *PMM_MDL_ROUTINE;
typedef struct _MM_PHYSICAL_ADDRESS_LIST *PMM_PHYSICAL_ADDRESS_LIST;
typedef enum _MONITOR_DISPLAY_STATE *PMONITOR_DISPLAY_STATE;
typedef struct _NAMED_PIPE_CREATE_PARAMETERS *PNAMED_PIPE_CREATE_PARAMETERS;

typedef BOOLEAN NTAPI NMI_CALLBACK(PVOID Context, BOOLEAN Handled);

typedef NMI_CALLBACK *PNMI_CALLBACK;

/* ns-wdm-notify_user_power_setting */
typedef struct {
    GUID Guid;
} NOTIFY_USER_POWER_SETTING;

typedef NOTIFY_USER_POWER_SETTING *PNOTIFY_USER_POWER_SETTING;
typedef struct _NPAGED_LOOKASIDE_LIST *PNPAGED_LOOKASIDE_LIST;
typedef ULONG PNP_DEVICE_STATE;
typedef PVOID PSECURITY_DESCRIPTOR;

typedef void NTAPI NTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR(PVOID Vcb,
    PSECURITY_DESCRIPTOR SecurityDescriptor);

typedef NTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR *PNTFS_DEREF_EXPORTED_SECURITY_DESCRIPTOR;
typedef struct _NUMA_NODE_RELATIONSHIP *PNUMA_NODE_RELATIONSHIP;
typedef struct _OBJECT_HANDLE_INFORMATION *POBJECT_HANDLE_INFORMATION;
typedef struct _OBJECT_NAME_INFORMATION *POBJECT_NAME_INFORMATION;
typedef struct _OB_CALLBACK_REGISTRATION *POB_CALLBACK_REGISTRATION;
typedef struct _OB_OPERATION_REGISTRATION *POB_OPERATION_REGISTRATION;
typedef struct _OB_POST_CREATE_HANDLE_INFORMATION *POB_POST_CREATE_HANDLE_INFORMATION;
typedef struct _OB_POST_DUPLICATE_HANDLE_INFORMATION *POB_POST_DUPLICATE_HANDLE_INFORMATION;
typedef struct _OB_POST_OPERATION_INFORMATION *POB_POST_OPERATION_INFORMATION;
typedef union _OB_POST_OPERATION_PARAMETERS *POB_POST_OPERATION_PARAMETERS;
typedef enum _OB_PREOP_CALLBACK_STATUS *POB_PREOP_CALLBACK_STATUS;
typedef struct _OB_PRE_CREATE_HANDLE_INFORMATION *POB_PRE_CREATE_HANDLE_INFORMATION;
typedef struct _OB_PRE_DUPLICATE_HANDLE_INFORMATION *POB_PRE_DUPLICATE_HANDLE_INFORMATION;
typedef struct _OB_PRE_OPERATION_INFORMATION *POB_PRE_OPERATION_INFORMATION;
typedef union _OB_PRE_OPERATION_PARAMETERS *POB_PRE_OPERATION_PARAMETERS;
typedef struct POHANDLE__ *POHANDLE;
typedef struct _OSVERSIONINFOA *POSVERSIONINFOA;
typedef POSVERSIONINFOA POSVERSIONINFO;
typedef struct _OSVERSIONINFOEXA *POSVERSIONINFOEXA;
typedef POSVERSIONINFOEXA POSVERSIONINFOEX;
typedef struct _OSVERSIONINFOEXW *POSVERSIONINFOEXW;
typedef struct _OSVERSIONINFOW *POSVERSIONINFOW;
typedef struct _OWNER_ENTRY *POWNER_ENTRY;
typedef struct _PAGED_LOOKASIDE_LIST *PPAGED_LOOKASIDE_LIST;
typedef enum _PCI_ACS_BIT *PPCI_ACS_BIT;
typedef struct _PCI_CAPABILITIES_HEADER *PPCI_CAPABILITIES_HEADER;
typedef struct _PCI_COMMON_CONFIG *PPCI_COMMON_CONFIG;
typedef struct _PCI_COMMON_HEADER *PPCI_COMMON_HEADER;
typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_MASK *PPCI_CORRECTABLE_ERROR_MASK;
typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_STATUS *PPCI_CORRECTABLE_ERROR_STATUS;
typedef struct _PCI_DEVICE_PRESENCE_PARAMETERS *PPCI_DEVICE_PRESENCE_PARAMETERS;
typedef struct _PCI_DEVICE_PRESENT_INTERFACE *PPCI_DEVICE_PRESENT_INTERFACE;
typedef struct _PCI_EXPRESS_ACS_CAPABILITY *PPCI_EXPRESS_ACS_CAPABILITY;
typedef union _PCI_EXPRESS_ACS_CAPABILITY_REGISTER *PPCI_EXPRESS_ACS_CAPABILITY_REGISTER;
typedef union _PCI_EXPRESS_ACS_CONTROL *PPCI_EXPRESS_ACS_CONTROL;
typedef union _PCI_EXPRESS_AER_CAPABILITIES *PPCI_EXPRESS_AER_CAPABILITIES;
typedef struct _PCI_EXPRESS_AER_CAPABILITY *PPCI_EXPRESS_AER_CAPABILITY;
typedef struct _PCI_EXPRESS_ARI_CAPABILITY *PPCI_EXPRESS_ARI_CAPABILITY;
typedef struct _PCI_EXPRESS_ARI_CAPABILITY_REGISTER *PPCI_EXPRESS_ARI_CAPABILITY_REGISTER;
typedef struct _PCI_EXPRESS_ARI_CONTROL_REGISTER *PPCI_EXPRESS_ARI_CONTROL_REGISTER;
typedef struct _PCI_EXPRESS_ATS_CAPABILITY *PPCI_EXPRESS_ATS_CAPABILITY;
typedef struct _PCI_EXPRESS_ATS_CAPABILITY_REGISTER *PPCI_EXPRESS_ATS_CAPABILITY_REGISTER;
typedef struct _PCI_EXPRESS_ATS_CONTROL_REGISTER *PPCI_EXPRESS_ATS_CONTROL_REGISTER;
typedef struct _PCI_EXPRESS_BRIDGE_AER_CAPABILITY *PPCI_EXPRESS_BRIDGE_AER_CAPABILITY;
typedef struct _PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER *PPCI_EXPRESS_ENHANCED_CAPABILITY_HEADER;

typedef NTSTATUS NTAPI PCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE(PVOID Context);

typedef PCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE *PPCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE;
typedef union _PCI_EXPRESS_ERROR_SOURCE_ID *PPCI_EXPRESS_ERROR_SOURCE_ID;

typedef NTSTATUS NTAPI PCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE(PVOID Context);

typedef PCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE *PPCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE;
typedef struct _PCI_EXPRESS_LINK_QUIESCENT_INTERFACE *PPCI_EXPRESS_LINK_QUIESCENT_INTERFACE;
typedef struct _PCI_EXPRESS_PASID_CAPABILITY *PPCI_EXPRESS_PASID_CAPABILITY;
typedef union _PCI_EXPRESS_PASID_CAPABILITY_REGISTER *PPCI_EXPRESS_PASID_CAPABILITY_REGISTER;
typedef union _PCI_EXPRESS_PASID_CONTROL_REGISTER *PPCI_EXPRESS_PASID_CONTROL_REGISTER;
typedef struct _PCI_EXPRESS_PRI_CAPABILITY *PPCI_EXPRESS_PRI_CAPABILITY;
typedef union _PCI_EXPRESS_PRI_CONTROL_REGISTER *PPCI_EXPRESS_PRI_CONTROL_REGISTER;
typedef union _PCI_EXPRESS_PRI_STATUS_REGISTER *PPCI_EXPRESS_PRI_STATUS_REGISTER;
typedef struct _PCI_EXPRESS_ROOTPORT_AER_CAPABILITY *PPCI_EXPRESS_ROOTPORT_AER_CAPABILITY;
typedef union _PCI_EXPRESS_ROOT_ERROR_COMMAND *PPCI_EXPRESS_ROOT_ERROR_COMMAND;
typedef union _PCI_EXPRESS_ROOT_ERROR_STATUS *PPCI_EXPRESS_ROOT_ERROR_STATUS;
typedef struct _PCI_EXPRESS_ROOT_PORT_INTERFACE *PPCI_EXPRESS_ROOT_PORT_INTERFACE;
typedef union _PCI_EXPRESS_SEC_AER_CAPABILITIES *PPCI_EXPRESS_SEC_AER_CAPABILITIES;
typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK *PPCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK;

typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY
    *PPCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY;

typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS
    *PPCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS;

typedef struct _PCI_EXPRESS_SERIAL_NUMBER_CAPABILITY *PPCI_EXPRESS_SERIAL_NUMBER_CAPABILITY;
typedef struct _PCI_EXPRESS_SRIOV_CAPABILITY *PPCI_EXPRESS_SRIOV_CAPABILITY;
typedef union _PCI_EXPRESS_SRIOV_CAPS *PPCI_EXPRESS_SRIOV_CAPS;
typedef union _PCI_EXPRESS_SRIOV_CONTROL *PPCI_EXPRESS_SRIOV_CONTROL;
typedef union _PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY *PPCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY;
typedef union _PCI_EXPRESS_SRIOV_STATUS *PPCI_EXPRESS_SRIOV_STATUS;
typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK *PPCI_EXPRESS_UNCORRECTABLE_ERROR_MASK;
typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY *PPCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY;
typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS *PPCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS;
typedef struct _PCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY *PPCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY;
typedef struct _PCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY *PPCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY;

typedef BOOLEAN NTAPI PCI_IS_DEVICE_PRESENT(USHORT VendorID, USHORT DeviceID, UCHAR RevisionID,
    USHORT SubVendorID, USHORT SubSystemID, ULONG Flags);

typedef PCI_IS_DEVICE_PRESENT *PPCI_IS_DEVICE_PRESENT;

typedef BOOLEAN NTAPI PCI_IS_DEVICE_PRESENT_EX(PVOID Context,
    PPCI_DEVICE_PRESENCE_PARAMETERS Parameters);

typedef PCI_IS_DEVICE_PRESENT_EX *PPCI_IS_DEVICE_PRESENT_EX;

typedef NTSTATUS NTAPI PCI_MSIX_GET_ENTRY(PVOID Context, ULONG TableEntry, PULONG MessageNumber,
    PBOOLEAN Masked);

typedef PCI_MSIX_GET_ENTRY *PPCI_MSIX_GET_ENTRY;

typedef NTSTATUS NTAPI PCI_MSIX_GET_TABLE_SIZE(PVOID Context, PULONG TableSize);

typedef PCI_MSIX_GET_TABLE_SIZE *PPCI_MSIX_GET_TABLE_SIZE;

typedef NTSTATUS NTAPI PCI_MSIX_MASKUNMASK_ENTRY(PVOID Context, ULONG TableEntry);

typedef PCI_MSIX_MASKUNMASK_ENTRY *PPCI_MSIX_MASKUNMASK_ENTRY;

typedef NTSTATUS NTAPI PCI_MSIX_SET_ENTRY(PVOID Context, ULONG TableEntry, ULONG MessageNumber);

typedef PCI_MSIX_SET_ENTRY *PPCI_MSIX_SET_ENTRY;
typedef struct _PCI_MSIX_TABLE_CONFIG_INTERFACE *PPCI_MSIX_TABLE_CONFIG_INTERFACE;
typedef struct _PCI_PMC *PPCI_PMC;
typedef struct _PCI_PMCSR *PPCI_PMCSR;
typedef struct _PCI_PMCSR_BSE *PPCI_PMCSR_BSE;
typedef struct _PCI_PM_CAPABILITY *PPCI_PM_CAPABILITY;
typedef struct _PCI_SECURITY_INTERFACE *PPCI_SECURITY_INTERFACE;

typedef NTSTATUS NTAPI PCI_SET_ACS(PVOID Context, PCI_ACS_BIT EnableSourceValidation,
    PCI_ACS_BIT EnableTranslationBlocking, PCI_ACS_BIT EnableP2PRequestRedirect,
    PCI_ACS_BIT EnableCompletionRedirect, PCI_ACS_BIT EnableUpstreamForwarding,
    PCI_ACS_BIT EnableEgressControl, PCI_ACS_BIT EnableDirectTranslatedP2P);

typedef PCI_SET_ACS *PPCI_SET_ACS;
typedef struct _PCI_SLOT_NUMBER *PPCI_SLOT_NUMBER;
typedef struct _PCI_VIRTUALIZATION_INTERFACE *PPCI_VIRTUALIZATION_INTERFACE;

/* ns-wdm-_pci_capabilities_header */
typedef struct _PCI_CAPABILITIES_HEADER {
    UCHAR CapabilityID;
    UCHAR Next;
} PCI_CAPABILITIES_HEADER;

/* ns-wdm-pci_x_capability */
typedef struct {
    PCI_CAPABILITIES_HEADER Header;
    union {
        struct {
            USHORT DataParityErrorRecoveryEnable : 1;
            USHORT EnableRelaxedOrdering : 1;
            USHORT MaxMemoryReadByteCount : 2;
            USHORT MaxOutstandingSplitTransactions : 3;
            USHORT Reserved : 9;
        } bits;
        USHORT AsUSHORT;
    } Command;
    union {
        struct {
            ULONG FunctionNumber : 3;
            ULONG DeviceNumber : 5;
            ULONG BusNumber : 8;
            ULONG Device64Bit : 1;
            ULONG Capable133MHz : 1;
            ULONG SplitCompletionDiscarded : 1;
            ULONG UnexpectedSplitCompletion : 1;
            ULONG DeviceComplexity : 1;
            ULONG DesignedMaxMemoryReadByteCount : 2;
            ULONG DesignedMaxOutstandingSplitTransactions : 3;
            ULONG DesignedMaxCumulativeReadSize : 3;
            ULONG ReceivedSplitCompletionErrorMessage : 1;
            ULONG CapablePCIX266 : 1;
            ULONG CapablePCIX533 : 1;
        } bits;
        ULONG AsULONG;
    } Status;
} PCI_X_CAPABILITY;

typedef PCI_X_CAPABILITY *PPCI_X_CAPABILITY;
typedef CLFS_ARCHIVE_DESCRIPTOR **PPCLFS_ARCHIVE_DESCRIPTOR;
typedef CLFS_CONTAINER_ID **PPCLFS_CONTAINER_ID;
typedef CLFS_CONTAINER_INFORMATION **PPCLFS_CONTAINER_INFORMATION;
typedef CLS_CONTAINER_STATE *PPCLFS_CONTAINER_STATE;
typedef enum _CLFS_CONTEXT_MODE **PPCLFS_CONTEXT_MODE;
typedef CLFS_INFORMATION *PPCLFS_INFORMATION;
typedef enum _CLFS_IOSTATS_CLASS **PPCLFS_IOSTATS_CLASS;
typedef CLFS_IO_STATISTICS **PPCLFS_IO_STATISTICS;
typedef CLFS_IO_STATISTICS_HEADER **PPCLFS_IO_STATISTICS_HEADER;
typedef CLFS_LOG_INFORMATION_CLASS **PPCLFS_LOG_INFORMATION_CLASS;
typedef struct _CLFS_LOG_NAME_INFORMATION **PPCLFS_LOG_NAME_INFORMATION;
typedef CLFS_LSN **PPCLFS_LSN;
typedef CLS_RECORD_TYPE **PPCLFS_RECORD_TYPE;
typedef CLFS_SCAN_CONTEXT **PPCLFS_SCAN_CONTEXT;
typedef struct _CLFS_STREAM_ID_INFORMATION **PPCLFS_STREAM_ID_INFORMATION;
typedef CLFS_WRITE_ENTRY **PPCLFS_WRITE_ENTRY;
typedef struct _CLS_ARCHIVE_DESCRIPTOR **PPCLS_ARCHIVE_DESCRIPTOR;
typedef struct _CLS_CONTAINER_INFORMATION **PPCLS_CONTAINER_INFORMATION;
typedef UINT32 *PPCLS_CONTAINER_STATE;
typedef enum _CLS_CONTEXT_MODE **PPCLS_CONTEXT_MODE;
typedef struct _CLS_INFORMATION *PPCLS_INFORMATION;
typedef enum _CLS_IOSTATS_CLASS **PPCLS_IOSTATS_CLASS;
typedef struct _CLS_IO_STATISTICS **PPCLS_IO_STATISTICS;
typedef struct _CLS_IO_STATISTICS_HEADER **PPCLS_IO_STATISTICS_HEADER;
typedef enum _CLS_LOG_INFORMATION_CLASS **PPCLS_LOG_INFORMATION_CLASS;
typedef struct _CLS_LSN **PPCLS_LSN;
typedef UCHAR **PPCLS_RECORD_TYPE;
typedef struct _CLS_SCAN_CONTEXT **PPCLS_SCAN_CONTEXT;
typedef struct _CLS_WRITE_ENTRY **PPCLS_WRITE_ENTRY;
typedef struct _PCW_BUFFER *PPCW_BUFFER;
typedef union _PCW_CALLBACK_INFORMATION *PPCW_CALLBACK_INFORMATION;
typedef enum _PCW_CALLBACK_TYPE *PPCW_CALLBACK_TYPE;
typedef struct _PCW_COUNTER_DESCRIPTOR *PPCW_COUNTER_DESCRIPTOR;
typedef struct _PCW_COUNTER_INFORMATION *PPCW_COUNTER_INFORMATION;
typedef struct _PCW_DATA *PPCW_DATA;
typedef struct _PCW_INSTANCE *PPCW_INSTANCE;
typedef struct _PCW_MASK_INFORMATION *PPCW_MASK_INFORMATION;
typedef struct _PCW_REGISTRATION *PPCW_REGISTRATION;
typedef struct _PCW_REGISTRATION_INFORMATION *PPCW_REGISTRATION_INFORMATION;
typedef ULONG64 *PPFN_NUMBER;
typedef FILE_OBJECT **PPLOG_FILE_OBJECT;
typedef struct _PLUGPLAY_NOTIFICATION_HEADER *PPLUGPLAY_NOTIFICATION_HEADER;
typedef struct _PNP_BUS_INFORMATION *PPNP_BUS_INFORMATION;
typedef ULONG *PPNP_DEVICE_STATE;
typedef struct _PNP_EXTENDED_ADDRESS_INTERFACE *PPNP_EXTENDED_ADDRESS_INTERFACE;
typedef struct _PNP_REPLACE_DRIVER_INTERFACE *PPNP_REPLACE_DRIVER_INTERFACE;
typedef struct _PNP_REPLACE_MEMORY_LIST *PPNP_REPLACE_MEMORY_LIST;
typedef struct _PNP_REPLACE_PARAMETERS *PPNP_REPLACE_PARAMETERS;
typedef struct _PNP_REPLACE_PROCESSOR_LIST *PPNP_REPLACE_PROCESSOR_LIST;
typedef struct _PNP_REPLACE_PROCESSOR_LIST_V1 *PPNP_REPLACE_PROCESSOR_LIST_V1;
typedef POWER_ACTION *PPOWER_ACTION;
typedef struct _POWER_IDLE_RESILIENCY *PPOWER_IDLE_RESILIENCY;
typedef struct _POWER_MONITOR_INVOCATION *PPOWER_MONITOR_INVOCATION;
typedef struct _POWER_PLATFORM_INFORMATION *PPOWER_PLATFORM_INFORMATION;
typedef enum _POWER_PLATFORM_ROLE *PPOWER_PLATFORM_ROLE;
typedef enum _POWER_REQUEST_TYPE *PPOWER_REQUEST_TYPE;
typedef struct _POWER_SEQUENCE *PPOWER_SEQUENCE;
typedef struct _POWER_SESSION_CONNECT *PPOWER_SESSION_CONNECT;
typedef struct _POWER_SESSION_RIT_STATE *PPOWER_SESSION_RIT_STATE;
typedef struct _POWER_SESSION_TIMEOUTS *PPOWER_SESSION_TIMEOUTS;
typedef struct _POWER_SESSION_WINLOGON *PPOWER_SESSION_WINLOGON;

typedef NTSTATUS NTAPI POWER_SETTING_CALLBACK(LPCGUID SettingGuid, PVOID Value, ULONG ValueLength,
    PVOID Context);

typedef POWER_SETTING_CALLBACK *PPOWER_SETTING_CALLBACK;
typedef union _POWER_STATE *PPOWER_STATE;
typedef enum _POWER_STATE_TYPE *PPOWER_STATE_TYPE;
typedef struct _POWER_USER_PRESENCE *PPOWER_USER_PRESENCE;
typedef POWER_USER_PRESENCE_TYPE *PPOWER_USER_PRESENCE_TYPE;
typedef PO_FX_COMPONENT_V1 *PPO_FX_COMPONENT;

typedef void NTAPI PO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK(PVOID Context, ULONG Component);

typedef PO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK *PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK;

typedef void NTAPI PO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK(PVOID Context, ULONG Component,
    BOOLEAN Active);

typedef PO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK *PPO_FX_COMPONENT_CRITICAL_TRANSITION_CALLBACK;

typedef void NTAPI PO_FX_COMPONENT_IDLE_CONDITION_CALLBACK(PVOID Context, ULONG Component);

typedef PO_FX_COMPONENT_IDLE_CONDITION_CALLBACK *PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK;
typedef struct _PO_FX_COMPONENT_IDLE_STATE *PPO_FX_COMPONENT_IDLE_STATE;

typedef void NTAPI PO_FX_COMPONENT_IDLE_STATE_CALLBACK(PVOID Context, ULONG Component, ULONG State);

typedef PO_FX_COMPONENT_IDLE_STATE_CALLBACK *PPO_FX_COMPONENT_IDLE_STATE_CALLBACK;
typedef struct _PO_FX_COMPONENT_PERF_INFO *PPO_FX_COMPONENT_PERF_INFO;
typedef struct _PO_FX_COMPONENT_PERF_SET *PPO_FX_COMPONENT_PERF_SET;

typedef void NTAPI PO_FX_COMPONENT_PERF_STATE_CALLBACK(PVOID Context, ULONG Component,
    BOOLEAN Succeeded, PVOID RequestContext);

typedef PO_FX_COMPONENT_PERF_STATE_CALLBACK *PPO_FX_COMPONENT_PERF_STATE_CALLBACK;
typedef struct _PO_FX_COMPONENT_V1 *PPO_FX_COMPONENT_V1;
typedef struct _PO_FX_COMPONENT_V2 *PPO_FX_COMPONENT_V2;
typedef PO_FX_DEVICE_V1 *PPO_FX_DEVICE;

typedef void NTAPI PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK(PVOID Context);

typedef PO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK *PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK;

typedef void NTAPI PO_FX_DEVICE_POWER_REQUIRED_CALLBACK(PVOID Context);

typedef PO_FX_DEVICE_POWER_REQUIRED_CALLBACK *PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK;
typedef struct _PO_FX_DEVICE_V1 *PPO_FX_DEVICE_V1;
typedef struct _PO_FX_DEVICE_V2 *PPO_FX_DEVICE_V2;

typedef void NTAPI PO_FX_DRIPS_WATCHDOG_CALLBACK(PVOID Context,
    PDEVICE_OBJECT PhysicalDeviceObject, ULONG UniqueId);

typedef PO_FX_DRIPS_WATCHDOG_CALLBACK *PPO_FX_DRIPS_WATCHDOG_CALLBACK;
typedef struct _PO_FX_PERF_STATE *PPO_FX_PERF_STATE;
typedef struct _PO_FX_PERF_STATE_CHANGE *PPO_FX_PERF_STATE_CHANGE;
typedef enum _PO_FX_PERF_STATE_TYPE *PPO_FX_PERF_STATE_TYPE;
typedef enum _PO_FX_PERF_STATE_UNIT *PPO_FX_PERF_STATE_UNIT;

typedef NTSTATUS NTAPI PO_FX_POWER_CONTROL_CALLBACK(PVOID DeviceContext, LPCGUID PowerControlCode,
    PVOID InBuffer, SIZE_T InBufferSize, PVOID OutBuffer, SIZE_T OutBufferSize,
    PSIZE_T BytesReturned);

typedef PO_FX_POWER_CONTROL_CALLBACK *PPO_FX_POWER_CONTROL_CALLBACK;
typedef enum _PO_THERMAL_REQUEST_TYPE *PPO_THERMAL_REQUEST_TYPE;
typedef struct _PRIVILEGE_SET *PPRIVILEGE_SET;

typedef void NTAPI PROCESSOR_CALLBACK_FUNCTION(PVOID CallbackContext,
    PKE_PROCESSOR_CHANGE_NOTIFY_CONTEXT ChangeContext, PNTSTATUS OperationStatus);

typedef PROCESSOR_CALLBACK_FUNCTION *PPROCESSOR_CALLBACK_FUNCTION;
typedef struct _PROCESSOR_GROUP_INFO *PPROCESSOR_GROUP_INFO;

typedef NTSTATUS NTAPI PROCESSOR_HALT_ROUTINE(PVOID Context);

typedef PROCESSOR_HALT_ROUTINE *PPROCESSOR_HALT_ROUTINE;
typedef struct _PROCESSOR_RELATIONSHIP *PPROCESSOR_RELATIONSHIP;
typedef struct _REENUMERATE_SELF_INTERFACE_STANDARD *PREENUMERATE_SELF_INTERFACE_STANDARD;
typedef struct _REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION *PREG_CALLBACK_CONTEXT_CLEANUP_INFORMATION;
typedef struct _REG_CREATE_KEY_INFORMATION *PREG_CREATE_KEY_INFORMATION;
typedef struct _REG_CREATE_KEY_INFORMATION_V1 *PREG_CREATE_KEY_INFORMATION_V1;
typedef struct _REG_DELETE_KEY_INFORMATION *PREG_DELETE_KEY_INFORMATION;
typedef struct _REG_DELETE_VALUE_KEY_INFORMATION *PREG_DELETE_VALUE_KEY_INFORMATION;
typedef struct _REG_ENUMERATE_KEY_INFORMATION *PREG_ENUMERATE_KEY_INFORMATION;
typedef struct _REG_ENUMERATE_VALUE_KEY_INFORMATION *PREG_ENUMERATE_VALUE_KEY_INFORMATION;
typedef struct _REG_DELETE_KEY_INFORMATION *PREG_FLUSH_KEY_INFORMATION;
typedef struct _REG_KEY_HANDLE_CLOSE_INFORMATION *PREG_KEY_HANDLE_CLOSE_INFORMATION;
typedef struct _REG_LOAD_KEY_INFORMATION *PREG_LOAD_KEY_INFORMATION;
typedef struct _REG_CREATE_KEY_INFORMATION *PREG_OPEN_KEY_INFORMATION;
typedef struct _REG_CREATE_KEY_INFORMATION_V1 *PREG_OPEN_KEY_INFORMATION_V1;
typedef struct _REG_POST_CREATE_KEY_INFORMATION *PREG_POST_CREATE_KEY_INFORMATION;
typedef struct _REG_POST_CREATE_KEY_INFORMATION *PREG_POST_OPEN_KEY_INFORMATION;
typedef struct _REG_POST_OPERATION_INFORMATION *PREG_POST_OPERATION_INFORMATION;
typedef struct _REG_PRE_CREATE_KEY_INFORMATION *PREG_PRE_CREATE_KEY_INFORMATION;
typedef struct _REG_PRE_CREATE_KEY_INFORMATION *PREG_PRE_OPEN_KEY_INFORMATION;
typedef struct _REG_QUERY_KEY_INFORMATION *PREG_QUERY_KEY_INFORMATION;
typedef struct _REG_QUERY_KEY_NAME *PREG_QUERY_KEY_NAME;
typedef struct _REG_QUERY_KEY_SECURITY_INFORMATION *PREG_QUERY_KEY_SECURITY_INFORMATION;
typedef struct _REG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION *PREG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION;
typedef struct _REG_QUERY_VALUE_KEY_INFORMATION *PREG_QUERY_VALUE_KEY_INFORMATION;
typedef struct _REG_RENAME_KEY_INFORMATION *PREG_RENAME_KEY_INFORMATION;
typedef struct _REG_REPLACE_KEY_INFORMATION *PREG_REPLACE_KEY_INFORMATION;
typedef struct _REG_RESTORE_KEY_INFORMATION *PREG_RESTORE_KEY_INFORMATION;
typedef struct _REG_SAVE_KEY_INFORMATION *PREG_SAVE_KEY_INFORMATION;
typedef struct _REG_SET_INFORMATION_KEY_INFORMATION *PREG_SET_INFORMATION_KEY_INFORMATION;
typedef struct _REG_SET_KEY_SECURITY_INFORMATION *PREG_SET_KEY_SECURITY_INFORMATION;
typedef struct _REG_SET_VALUE_KEY_INFORMATION *PREG_SET_VALUE_KEY_INFORMATION;
typedef struct _REG_UNLOAD_KEY_INFORMATION *PREG_UNLOAD_KEY_INFORMATION;

typedef void NTAPI REQUEST_POWER_COMPLETE(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction,
    POWER_STATE PowerState, PVOID Context, PIO_STATUS_BLOCK IoStatus);

typedef REQUEST_POWER_COMPLETE *PREQUEST_POWER_COMPLETE;
typedef struct _RESOURCEMANAGER_BASIC_INFORMATION *PRESOURCEMANAGER_BASIC_INFORMATION;
typedef struct _RESOURCEMANAGER_COMPLETION_INFORMATION *PRESOURCEMANAGER_COMPLETION_INFORMATION;
typedef struct _RESOURCE_HASH_ENTRY *PRESOURCE_HASH_ENTRY;
typedef struct _RESOURCE_PERFORMANCE_DATA *PRESOURCE_PERFORMANCE_DATA;
typedef struct _RESUME_PERFORMANCE *PRESUME_PERFORMANCE;
typedef struct _KAPC *PRKAPC;
typedef struct _KDEVICE_QUEUE *PRKDEVICE_QUEUE;
typedef struct _KDEVICE_QUEUE_ENTRY *PRKDEVICE_QUEUE_ENTRY;
typedef struct _KDPC *PRKDPC;
typedef struct _KENLISTMENT *PRKENLISTMENT;
typedef struct _KEVENT *PRKEVENT;
typedef struct _KMUTANT *PRKMUTANT;
typedef struct _KMUTANT *PRKMUTEX;
typedef struct _KPROCESS *PRKPROCESS;
typedef struct _KRESOURCEMANAGER *PRKRESOURCEMANAGER;
typedef struct _KSEMAPHORE *PRKSEMAPHORE;
typedef struct _KTIMER *PRKTIMER;
typedef struct _KTM *PRKTM;
typedef struct _KTRANSACTION *PRKTRANSACTION;
typedef struct _KWAIT_BLOCK *PRKWAIT_BLOCK;
typedef RTL_BITMAP *PRTL_BITMAP;
typedef RTL_BITMAP_RUN *PRTL_BITMAP_RUN;
typedef struct _OSVERSIONINFOEXW *PRTL_OSVERSIONINFOEXW;
typedef struct _OSVERSIONINFOW *PRTL_OSVERSIONINFOW;
typedef struct _RTL_QUERY_REGISTRY_TABLE *PRTL_QUERY_REGISTRY_TABLE;
typedef struct _SCATTER_GATHER_ELEMENT *PSCATTER_GATHER_ELEMENT;
typedef struct _SDEV_IDENTIFIER_INTERFACE *PSDEV_IDENTIFIER_INTERFACE;
typedef SECTION_OBJECT_POINTERS *PSECTION_OBJECT_POINTERS;
typedef struct _SECURE_DRIVER_INTERFACE *PSECURE_DRIVER_INTERFACE;

typedef void NTAPI SECURE_DRIVER_PROCESS_DEREFERENCE(PVOID InterfaceContext, PEPROCESS Process);

typedef SECURE_DRIVER_PROCESS_DEREFERENCE *PSECURE_DRIVER_PROCESS_DEREFERENCE;

typedef PEPROCESS NTAPI SECURE_DRIVER_PROCESS_REFERENCE(PVOID InterfaceContext);

typedef SECURE_DRIVER_PROCESS_REFERENCE *PSECURE_DRIVER_PROCESS_REFERENCE;
typedef BOOLEAN *PSECURITY_CONTEXT_TRACKING_MODE;
typedef enum _SECURITY_IMPERSONATION_LEVEL *PSECURITY_IMPERSONATION_LEVEL;
typedef ULONG *PSECURITY_INFORMATION;
typedef enum _SECURITY_OPERATION_CODE *PSECURITY_OPERATION_CODE;
typedef struct _SECURITY_QUALITY_OF_SERVICE *PSECURITY_QUALITY_OF_SERVICE;
typedef struct _SECURITY_SUBJECT_CONTEXT *PSECURITY_SUBJECT_CONTEXT;

typedef void NTAPI SET_D3COLD_SUPPORT(PVOID Context, BOOLEAN D3ColdSupport);

typedef SET_D3COLD_SUPPORT *PSET_D3COLD_SUPPORT;

/* ns-wdm-set_power_setting_value */
typedef struct {
    ULONG Version;
    GUID Guid;
    SYSTEM_POWER_CONDITION PowerCondition;
    ULONG DataLength;
    UCHAR Data[1];
} SET_POWER_SETTING_VALUE;

typedef SET_POWER_SETTING_VALUE *PSET_POWER_SETTING_VALUE;

typedef ULONG NTAPI SET_VIRTUAL_DEVICE_DATA(PVOID Context, USHORT VirtualFunction, PVOID Buffer,
    ULONG Offset, ULONG Length);

typedef SET_VIRTUAL_DEVICE_DATA *PSET_VIRTUAL_DEVICE_DATA;
typedef struct _SE_ADT_ACCESS_REASON *PSE_ADT_ACCESS_REASON;
typedef struct _SE_ADT_CLAIMS *PSE_ADT_CLAIMS;
typedef struct _SE_ADT_OBJECT_TYPE *PSE_ADT_OBJECT_TYPE;
typedef struct _SE_ADT_PARAMETER_ARRAY *PSE_ADT_PARAMETER_ARRAY;
typedef struct _SE_ADT_PARAMETER_ARRAY_ENTRY *PSE_ADT_PARAMETER_ARRAY_ENTRY;
typedef struct _SE_ADT_PARAMETER_ARRAY_EX *PSE_ADT_PARAMETER_ARRAY_EX;
typedef enum _SE_ADT_PARAMETER_TYPE *PSE_ADT_PARAMETER_TYPE;
typedef enum _SE_IMAGE_TYPE *PSE_IMAGE_TYPE;
typedef struct _BDCB_IMAGE_INFORMATION *PBDCB_IMAGE_INFORMATION;

typedef void NTAPI SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION(PVOID CallbackContext,
    SE_IMAGE_TYPE ImageType, PBDCB_IMAGE_INFORMATION ImageInformation);

typedef SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION *PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION;
typedef PVOID *PSE_IMAGE_VERIFICATION_CALLBACK_TOKEN;
typedef enum _SE_IMAGE_VERIFICATION_CALLBACK_TYPE *PSE_IMAGE_VERIFICATION_CALLBACK_TYPE;
typedef struct _SE_IMPERSONATION_STATE *PSE_IMPERSONATION_STATE;
typedef struct _SHARE_ACCESS *PSHARE_ACCESS;
typedef PVOID PSID;
typedef struct _SLIST_ENTRY *PSLIST_ENTRY;
typedef union _SLIST_HEADER *PSLIST_HEADER;
typedef LONG64 *PSPFN_NUMBER;
typedef struct _SYSTEM_CPU_SET_INFORMATION *PSYSTEM_CPU_SET_INFORMATION;
typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION;
typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX *PSYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX;
typedef enum _SYSTEM_POWER_STATE *PSYSTEM_POWER_STATE;
typedef struct _SYSTEM_POWER_STATE_CONTEXT *PSYSTEM_POWER_STATE_CONTEXT;
typedef struct _TARGET_DEVICE_CUSTOM_NOTIFICATION *PTARGET_DEVICE_CUSTOM_NOTIFICATION;
typedef struct _TARGET_DEVICE_REMOVAL_NOTIFICATION *PTARGET_DEVICE_REMOVAL_NOTIFICATION;
typedef TIME_FIELDS *PTIME_FIELDS;
typedef ULONG64 *PTRACEHANDLE;
typedef struct _TRANSACTIONMANAGER_BASIC_INFORMATION *PTRANSACTIONMANAGER_BASIC_INFORMATION;
typedef struct _TRANSACTIONMANAGER_LOGPATH_INFORMATION *PTRANSACTIONMANAGER_LOGPATH_INFORMATION;
typedef struct _TRANSACTIONMANAGER_LOG_INFORMATION *PTRANSACTIONMANAGER_LOG_INFORMATION;
typedef struct _TRANSACTIONMANAGER_RECOVERY_INFORMATION *PTRANSACTIONMANAGER_RECOVERY_INFORMATION;
typedef struct _TRANSACTION_BASIC_INFORMATION *PTRANSACTION_BASIC_INFORMATION;
typedef struct _TRANSACTION_BIND_INFORMATION *PTRANSACTION_BIND_INFORMATION;
typedef struct _TRANSACTION_ENLISTMENTS_INFORMATION *PTRANSACTION_ENLISTMENTS_INFORMATION;
typedef struct _TRANSACTION_ENLISTMENT_PAIR *PTRANSACTION_ENLISTMENT_PAIR;
typedef struct _TRANSACTION_LIST_ENTRY *PTRANSACTION_LIST_ENTRY;
typedef struct _TRANSACTION_LIST_INFORMATION *PTRANSACTION_LIST_INFORMATION;
typedef struct _TRANSACTION_PROPERTIES_INFORMATION *PTRANSACTION_PROPERTIES_INFORMATION;

typedef struct _TRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION
    *PTRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION;

typedef BOOLEAN NTAPI TRANSLATE_BUS_ADDRESS(PVOID Context, PHYSICAL_ADDRESS BusAddress,
    ULONG Length, PULONG AddressSpace, PPHYSICAL_ADDRESS TranslatedAddress);

typedef TRANSLATE_BUS_ADDRESS *PTRANSLATE_BUS_ADDRESS;
typedef GUID *PUOW;
typedef enum _USER_ACTIVITY_PRESENCE *PUSER_ACTIVITY_PRESENCE;
typedef union _VIRTUAL_CHANNEL_CAPABILITIES1 *PVIRTUAL_CHANNEL_CAPABILITIES1;
typedef union _VIRTUAL_CHANNEL_CAPABILITIES2 *PVIRTUAL_CHANNEL_CAPABILITIES2;
typedef union _VIRTUAL_CHANNEL_CONTROL *PVIRTUAL_CHANNEL_CONTROL;
typedef union _VIRTUAL_CHANNEL_STATUS *PVIRTUAL_CHANNEL_STATUS;
typedef struct _VIRTUAL_RESOURCE *PVIRTUAL_RESOURCE;
typedef union _VIRTUAL_RESOURCE_CAPABILITY *PVIRTUAL_RESOURCE_CAPABILITY;
typedef union _VIRTUAL_RESOURCE_CONTROL *PVIRTUAL_RESOURCE_CONTROL;
typedef union _VIRTUAL_RESOURCE_STATUS *PVIRTUAL_RESOURCE_STATUS;
typedef struct _VPB *PVPB;
typedef struct _WAIT_CONTEXT_BLOCK *PWAIT_CONTEXT_BLOCK;

typedef void NTAPI WORKER_THREAD_ROUTINE(PVOID Parameter);

typedef WORKER_THREAD_ROUTINE *PWORKER_THREAD_ROUTINE;
typedef struct _WORK_QUEUE_ITEM *PWORK_QUEUE_ITEM;
typedef XSAVE_FORMAT *PXMM_SAVE_AREA32;
typedef struct _XSAVE_AREA *PXSAVE_AREA;
typedef struct _XSAVE_AREA_HEADER *PXSAVE_AREA_HEADER;
typedef struct _XSAVE_FORMAT *PXSAVE_FORMAT;
typedef struct _XSTATE_CONTEXT *PXSTATE_CONTEXT;
typedef struct _XSTATE_SAVE *PXSTATE_SAVE;
typedef BOOLEAN SECURITY_CONTEXT_TRACKING_MODE;
typedef ULONG SECURITY_INFORMATION;
typedef PVOID SE_IMAGE_VERIFICATION_CALLBACK_TOKEN;
typedef LONG64 SPFN_NUMBER;
typedef ULONG64 TRACEHANDLE;

typedef void NTAPI FWMI_NOTIFICATION_CALLBACK(PVOID Wnode, PVOID Context);

typedef FWMI_NOTIFICATION_CALLBACK *WMI_NOTIFICATION_CALLBACK;
typedef int __prefast_analysis_mode_flag0;
typedef int __prefast_analysis_mode_flag1;
typedef ULONG64 POOL_FLAGS;

typedef PVOID (NTAPI *CLFS_BLOCK_ALLOCATION)(ULONG cbBufferLength, PVOID pvUserContext);
typedef void (NTAPI *CLFS_BLOCK_DEALLOCATION)(PVOID pvBuffer, PVOID pvUserContext);

typedef void NTAPI ETWENABLECALLBACK(LPCGUID SourceId, ULONG ControlCode, UCHAR Level,
    ULONGLONG MatchAnyKeyword, ULONGLONG MatchAllKeyword, PEVENT_FILTER_DESCRIPTOR FilterData,
    PVOID CallbackContext);

typedef NTSTATUS (NTAPI *PALLOCATE_ADAPTER_CHANNEL)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, ULONG NumberOfMapRegisters, PDRIVER_CONTROL ExecutionRoutine,
    PVOID Context);

typedef NTSTATUS (NTAPI *PALLOCATE_ADAPTER_CHANNEL_EX)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, PVOID DmaTransferContext, ULONG NumberOfMapRegisters,
    ULONG Flags, PDRIVER_CONTROL ExecutionRoutine, PVOID ExecutionContext, PVOID *MapRegisterBase);

typedef PVOID (NTAPI *PALLOCATE_COMMON_BUFFER)(PDMA_ADAPTER DmaAdapter, ULONG Length,
    PPHYSICAL_ADDRESS LogicalAddress, BOOLEAN CacheEnabled);

typedef ULONG NODE_REQUIREMENT;

typedef PVOID (NTAPI *PALLOCATE_COMMON_BUFFER_EX)(PDMA_ADAPTER DmaAdapter,
    PPHYSICAL_ADDRESS MaximumAddress, ULONG Length, PPHYSICAL_ADDRESS LogicalAddress,
    BOOLEAN CacheEnabled, NODE_REQUIREMENT PreferredNode);

typedef NTSTATUS (NTAPI *PALLOCATE_DOMAIN_COMMON_BUFFER)(PDMA_ADAPTER DmaAdapter,
    HANDLE DomainHandle, PPHYSICAL_ADDRESS MaximumAddress, ULONG Length, ULONG Flags,
    MEMORY_CACHING_TYPE *CacheType, NODE_REQUIREMENT PreferredNode,
    PPHYSICAL_ADDRESS LogicalAddress, PVOID *VirtualAddress);

typedef NTSTATUS (NTAPI *PBUILD_MDL_FROM_SCATTER_GATHER_LIST)(PDMA_ADAPTER DmaAdapter,
    PSCATTER_GATHER_LIST ScatterGather, PMDL OriginalMdl, PMDL *TargetMdl);

typedef NTSTATUS (NTAPI *PBUILD_SCATTER_GATHER_LIST)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, PMDL Mdl, PVOID CurrentVa, ULONG Length,
    PDRIVER_LIST_CONTROL ExecutionRoutine, PVOID Context, BOOLEAN WriteToDevice,
    PVOID ScatterGatherBuffer, ULONG ScatterGatherLength);

typedef NTSTATUS (NTAPI *PBUILD_SCATTER_GATHER_LIST_EX)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, PVOID DmaTransferContext, PMDL Mdl, ULONGLONG Offset,
    ULONG Length, ULONG Flags, PDRIVER_LIST_CONTROL ExecutionRoutine, PVOID Context,
    BOOLEAN WriteToDevice, PVOID ScatterGatherBuffer, ULONG ScatterGatherLength,
    PDMA_COMPLETION_ROUTINE DmaCompletionRoutine, PVOID CompletionContext, PVOID ScatterGatherList);

typedef NTSTATUS (NTAPI *PCALCULATE_SCATTER_GATHER_LIST_SIZE)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    PVOID CurrentVa, ULONG Length, PULONG ScatterGatherListSize, PULONG pNumberOfMapRegisters);

typedef BOOLEAN (NTAPI *PCANCEL_ADAPTER_CHANNEL)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, PVOID DmaTransferContext);

typedef NTSTATUS (NTAPI *PCANCEL_MAPPED_TRANSFER)(PDMA_ADAPTER DmaAdapter,
    PVOID DmaTransferContext);

typedef NTSTATUS (NTAPI *PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK)(PLOG_FILE_OBJECT LogFile,
    PCLFS_LSN TargetLsn, PVOID ClientData);

typedef void (NTAPI *PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK)(PLOG_FILE_OBJECT LogFile,
    NTSTATUS OperationStatus, BOOLEAN LogIsPinned, PVOID ClientData);

typedef void (NTAPI *PCLFS_CLIENT_LOG_UNPINNED_CALLBACK)(PLOG_FILE_OBJECT LogFile,
    PVOID ClientData);

typedef void (NTAPI *PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK)(PLOG_FILE_OBJECT LogFile,
    NTSTATUS OperationStatus, PVOID ClientData);

typedef NTSTATUS (NTAPI *PCONFIGURE_ADAPTER_CHANNEL)(PDMA_ADAPTER DmaAdapter,
    ULONG FunctionNumber, PVOID Context);

typedef NTSTATUS (NTAPI *PCRASHDUMP_POWER_ON)(PVOID Context);

typedef NTSTATUS NTAPI PCW_CALLBACK(PCW_CALLBACK_TYPE Type, PPCW_CALLBACK_INFORMATION Info,
    PVOID Context);

typedef void (NTAPI *PDEBUG_PRINT_CALLBACK)(PSTRING Output, ULONG ComponentId, ULONG Level);
typedef void (NTAPI *PDEVICE_NOTIFY_CALLBACK)(PVOID, ULONG);

typedef NTSTATUS (NTAPI *PDEVICE_RESET_HANDLER)(PVOID InterfaceContext,
    DEVICE_RESET_TYPE ResetType, ULONG Flags, PVOID ResetParameters);

typedef void (NTAPI *PETWENABLECALLBACK)(LPCGUID, ULONG, UCHAR, ULONGLONG, ULONGLONG,
    PEVENT_FILTER_DESCRIPTOR, PVOID);

typedef BOOLEAN (NTAPI *PFLUSH_ADAPTER_BUFFERS)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    PVOID MapRegisterBase, PVOID CurrentVa, ULONG Length, BOOLEAN WriteToDevice);

typedef NTSTATUS (NTAPI *PFLUSH_ADAPTER_BUFFERS_EX)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    PVOID MapRegisterBase, ULONGLONG Offset, ULONG Length, BOOLEAN WriteToDevice);

typedef NTSTATUS (NTAPI *PFLUSH_DMA_BUFFER)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    BOOLEAN ReadOperation);

typedef NTSTATUS (NTAPI *PFN_NT_COMMIT_TRANSACTION)(HANDLE TransactionHandle, BOOLEAN Wait);

typedef OBJECT_ATTRIBUTES *POBJECT_ATTRIBUTES;

typedef NTSTATUS (NTAPI *PFN_NT_CREATE_TRANSACTION)(PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow, HANDLE TmHandle,
    ULONG CreateOptions, ULONG IsolationLevel, ULONG IsolationFlags, PLARGE_INTEGER Timeout,
    PUNICODE_STRING Description);

typedef NTSTATUS (NTAPI *PFN_NT_OPEN_TRANSACTION)(PHANDLE TransactionHandle,
    ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow, HANDLE TmHandle);

typedef NTSTATUS (NTAPI *PFN_NT_QUERY_INFORMATION_TRANSACTION)(HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass, PVOID TransactionInformation,
    ULONG TransactionInformationLength, PULONG ReturnLength);

typedef NTSTATUS (NTAPI *PFN_NT_ROLLBACK_TRANSACTION)(HANDLE TransactionHandle, BOOLEAN Wait);

typedef NTSTATUS (NTAPI *PFN_NT_SET_INFORMATION_TRANSACTION)(HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass, PVOID TransactionInformation,
    ULONG TransactionInformationLength);

typedef BOOLEAN (NTAPI *PFN_RTL_IS_NTDDI_VERSION_AVAILABLE)(ULONG Version);
typedef BOOLEAN (NTAPI *PFN_RTL_IS_SERVICE_PACK_VERSION_INSTALLED)(ULONG Version);
typedef void (NTAPI *PFREE_ADAPTER_CHANNEL)(PDMA_ADAPTER DmaAdapter);

typedef void (NTAPI *PFREE_ADAPTER_OBJECT)(PDMA_ADAPTER DmaAdapter,
    IO_ALLOCATION_ACTION AllocationAction);

typedef void (NTAPI *PFREE_COMMON_BUFFER)(PDMA_ADAPTER DmaAdapter, ULONG Length,
    PHYSICAL_ADDRESS LogicalAddress, PVOID VirtualAddress, BOOLEAN CacheEnabled);

typedef void (NTAPI *PFREE_MAP_REGISTERS)(PDMA_ADAPTER DmaAdapter, PVOID MapRegisterBase,
    ULONG NumberOfMapRegisters);

typedef NTSTATUS (NTAPI *PGET_DMA_ADAPTER_INFO)(PDMA_ADAPTER DmaAdapter,
    PDMA_ADAPTER_INFO AdapterInfo);

typedef ULONG (NTAPI *PGET_DMA_ALIGNMENT)(PDMA_ADAPTER DmaAdapter);
typedef HANDLE (NTAPI *PGET_DMA_DOMAIN)(PDMA_ADAPTER DmaAdapter);

typedef NTSTATUS (NTAPI *PGET_DMA_TRANSFER_INFO)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    ULONGLONG Offset, ULONG Length, BOOLEAN WriteOnly, PDMA_TRANSFER_INFO TransferInfo);

typedef NTSTATUS (NTAPI *PGET_SCATTER_GATHER_LIST)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, PMDL Mdl, PVOID CurrentVa, ULONG Length,
    PDRIVER_LIST_CONTROL ExecutionRoutine, PVOID Context, BOOLEAN WriteToDevice);

typedef NTSTATUS (NTAPI *PGET_SCATTER_GATHER_LIST_EX)(PDMA_ADAPTER DmaAdapter,
    PDEVICE_OBJECT DeviceObject, PVOID DmaTransferContext, PMDL Mdl, ULONGLONG Offset,
    ULONG Length, ULONG Flags, PDRIVER_LIST_CONTROL ExecutionRoutine, PVOID Context,
    BOOLEAN WriteToDevice, PDMA_COMPLETION_ROUTINE DmaCompletionRoutine, PVOID CompletionContext,
    PSCATTER_GATHER_LIST *ScatterGatherList);

typedef NTSTATUS (NTAPI *PGPE_CLEAR_STATUS)(PDEVICE_OBJECT, PVOID);

typedef NTSTATUS (NTAPI *PGPE_CONNECT_VECTOR)(PDEVICE_OBJECT, ULONG, KINTERRUPT_MODE, BOOLEAN,
    PGPE_SERVICE_ROUTINE, PVOID, PVOID);

typedef NTSTATUS (NTAPI *PGPE_DISABLE_EVENT)(PDEVICE_OBJECT, PVOID);
typedef NTSTATUS (NTAPI *PGPE_DISCONNECT_VECTOR)(PVOID);
typedef NTSTATUS (NTAPI *PGPE_ENABLE_EVENT)(PDEVICE_OBJECT, PVOID);
typedef BOOLEAN (NTAPI *PGPE_SERVICE_ROUTINE2)(PVOID ObjectContext, PVOID ServiceContext);

typedef NTSTATUS (NTAPI *PINITIALIZE_DMA_TRANSFER_CONTEXT)(PDMA_ADAPTER DmaAdapter,
    PVOID DmaTransferContext);

typedef void (NTAPI *PIO_APC_ROUTINE)(PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock,
    ULONG Reserved);

typedef NTSTATUS (NTAPI *PIO_CONTAINER_NOTIFICATION_FUNCTION)(void);
typedef void (NTAPI *PIO_DEVICE_EJECT_CALLBACK)(NTSTATUS Status, PVOID Context);
typedef NTSTATUS (NTAPI *PJOIN_DMA_DOMAIN)(PDMA_ADAPTER DmaAdapter, HANDLE DomainHandle);
typedef NTSTATUS (NTAPI *PLEAVE_DMA_DOMAIN)(PDMA_ADAPTER DmaAdapter);

typedef PHYSICAL_ADDRESS (NTAPI *PMAP_TRANSFER)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    PVOID MapRegisterBase, PVOID CurrentVa, PULONG Length, BOOLEAN WriteToDevice);

typedef NTSTATUS (NTAPI *PMAP_TRANSFER_EX)(PDMA_ADAPTER DmaAdapter, PMDL Mdl,
    PVOID MapRegisterBase, ULONGLONG Offset, ULONG DeviceOffset, PULONG Length,
    BOOLEAN WriteToDevice, PSCATTER_GATHER_LIST ScatterGatherBuffer,
    ULONG ScatterGatherBufferLength, PDMA_COMPLETION_ROUTINE DmaCompletionRoutine,
    PVOID CompletionContext);

typedef NTSTATUS (NTAPI *PMM_DLL_INITIALIZE)(PUNICODE_STRING RegistryPath);
typedef NTSTATUS (NTAPI *PMM_DLL_UNLOAD)(void);

typedef void (NTAPI *POB_POST_OPERATION_CALLBACK)(PVOID RegistrationContext,
    POB_POST_OPERATION_INFORMATION OperationInformation);

typedef OB_PREOP_CALLBACK_STATUS (NTAPI *POB_PRE_OPERATION_CALLBACK)(PVOID RegistrationContext,
    POB_PRE_OPERATION_INFORMATION OperationInformation);

typedef ULONG (NTAPI *PPCI_EXPRESS_ROOT_PORT_READ_CONFIG_SPACE)(PVOID Context, PVOID Buffer,
    ULONG Offset, ULONG Length);

typedef ULONG (NTAPI *PPCI_EXPRESS_ROOT_PORT_WRITE_CONFIG_SPACE)(PVOID Context, PVOID Buffer,
    ULONG Offset, ULONG Length);

typedef NTSTATUS (NTAPI *PPCW_CALLBACK)(PCW_CALLBACK_TYPE, PPCW_CALLBACK_INFORMATION, PVOID);
typedef void (NTAPI *PPUT_DMA_ADAPTER)(PDMA_ADAPTER DmaAdapter);

typedef void (NTAPI *PPUT_SCATTER_GATHER_LIST)(PDMA_ADAPTER DmaAdapter,
    PSCATTER_GATHER_LIST ScatterGather, BOOLEAN WriteToDevice);

typedef void (NTAPI *PQUERYEXTENDEDADDRESS)(PVOID Context, PULONG64 ExtendedAddress);
typedef ULONG (NTAPI *PREAD_DMA_COUNTER)(PDMA_ADAPTER DmaAdapter);
typedef void (NTAPI *PREENUMERATE_SELF)(PVOID Context);

typedef NTSTATUS (NTAPI *PREGISTER_FOR_DEVICE_NOTIFICATIONS)(PDEVICE_OBJECT,
    PDEVICE_NOTIFY_CALLBACK, PVOID);

typedef NTSTATUS (NTAPI *PREPLACE_BEGIN)(PPNP_REPLACE_PARAMETERS Parameters, PVOID *Context);

typedef NTSTATUS (NTAPI *PREPLACE_DRIVER_INIT)(PPNP_REPLACE_DRIVER_INTERFACE Interface,
    PVOID Unused);

typedef NTSTATUS (NTAPI *PREPLACE_ENABLE_DISABLE_HARDWARE_QUIESCE)(PVOID Context, BOOLEAN Enable);
typedef NTSTATUS (NTAPI *PREPLACE_END)(PVOID Context);

typedef NTSTATUS (NTAPI *PREPLACE_GET_MEMORY_DESTINATION)(PVOID Context,
    PHYSICAL_ADDRESS SourceAddress, PPHYSICAL_ADDRESS DestinationAddress);

typedef NTSTATUS (NTAPI *PREPLACE_INITIATE_HARDWARE_MIRROR)(PVOID Context);

typedef NTSTATUS (NTAPI *PREPLACE_MAP_MEMORY)(PHYSICAL_ADDRESS TargetPhysicalAddress,
    PHYSICAL_ADDRESS SparePhysicalAddress, PLARGE_INTEGER NumberOfBytes, PVOID *TargetAddress,
    PVOID *SpareAddress);

typedef NTSTATUS (NTAPI *PREPLACE_MIRROR_PHYSICAL_MEMORY)(PVOID Context,
    PHYSICAL_ADDRESS PhysicalAddress, LARGE_INTEGER ByteCount);

typedef NTSTATUS (NTAPI *PREPLACE_MIRROR_PLATFORM_MEMORY)(PVOID Context);
typedef NTSTATUS (NTAPI *PREPLACE_SET_PROCESSOR_ID)(PVOID Context, ULONG ApicId, BOOLEAN Target);
typedef NTSTATUS (NTAPI *PREPLACE_SWAP)(PVOID Context);
typedef void (NTAPI *PREPLACE_UNLOAD)(void);
typedef NTSTATUS (NTAPI *PRTL_QUERY_REGISTRY_ROUTINE)(PWSTR, ULONG, PVOID, ULONG, PVOID, PVOID);

typedef NTSTATUS (NTAPI *PTM_PROPAGATE_ROUTINE)(PVOID PropagationCookie, PVOID CallbackData,
    NTSTATUS PropagationStatus, GUID TransactionGuid);

typedef NTSTATUS (NTAPI *PTM_RM_NOTIFICATION)(PKENLISTMENT EnlistmentObject, PVOID RMContext,
    PVOID TransactionContext, ULONG TransactionNotification, PLARGE_INTEGER TmVirtualClock,
    ULONG ArgumentLength, PVOID Argument);

typedef void (NTAPI *PUNREGISTER_FOR_DEVICE_NOTIFICATIONS)(PDEVICE_OBJECT, PDEVICE_NOTIFY_CALLBACK);

typedef NTSTATUS NTAPI RTL_QUERY_REGISTRY_ROUTINE(PWSTR ValueName, ULONG ValueType,
    PVOID ValueData, ULONG ValueLength, PVOID Context, PVOID EntryContext);

/* ns-wdm-_security_subject_context */
typedef struct _SECURITY_SUBJECT_CONTEXT {
    PACCESS_TOKEN ClientToken;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    PACCESS_TOKEN PrimaryToken;
    PVOID ProcessAuditId;
} SECURITY_SUBJECT_CONTEXT;

/* ns-wdm-_initial_privilege_set */
typedef struct _INITIAL_PRIVILEGE_SET {
    ULONG PrivilegeCount;
    ULONG Control;
    LUID_AND_ATTRIBUTES Privilege[3];
} INITIAL_PRIVILEGE_SET;

/* ns-wdm-_privilege_set */
typedef struct _PRIVILEGE_SET {
    ULONG PrivilegeCount;
    ULONG Control;
    LUID_AND_ATTRIBUTES Privilege[1];
} PRIVILEGE_SET;

/* ns-wdm-_access_state */
typedef struct _ACCESS_STATE {
    LUID OperationID;
    BOOLEAN SecurityEvaluated;
    BOOLEAN GenerateAudit;
    BOOLEAN GenerateOnClose;
    BOOLEAN PrivilegesAllocated;
    ULONG Flags;
    ACCESS_MASK RemainingDesiredAccess;
    ACCESS_MASK PreviouslyGrantedAccess;
    ACCESS_MASK OriginalDesiredAccess;
    SECURITY_SUBJECT_CONTEXT SubjectSecurityContext;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PVOID AuxData;
    union {
        INITIAL_PRIVILEGE_SET InitialPrivilegeSet;
        PRIVILEGE_SET PrivilegeSet;
    } Privileges;
    BOOLEAN AuditPrivileges;
    UNICODE_STRING ObjectName;
    UNICODE_STRING ObjectTypeName;
} ACCESS_STATE;

/* ns-wdm-_acl */
struct _ACL {
    UCHAR AclRevision;
    UCHAR Sbz1;
    USHORT AclSize;
    USHORT AceCount;
    USHORT Sbz2;
};

/* ns-wdm-_acpi_interface_standard */
typedef struct _ACPI_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PGPE_CONNECT_VECTOR GpeConnectVector;
    PGPE_DISCONNECT_VECTOR GpeDisconnectVector;
    PGPE_ENABLE_EVENT GpeEnableEvent;
    PGPE_DISABLE_EVENT GpeDisableEvent;
    PGPE_CLEAR_STATUS GpeClearStatus;
    PREGISTER_FOR_DEVICE_NOTIFICATIONS RegisterForDeviceNotifications;
    PUNREGISTER_FOR_DEVICE_NOTIFICATIONS UnregisterForDeviceNotifications;
} ACPI_INTERFACE_STANDARD;

/* ns-wdm-_applicationlaunch_setting_value */
typedef struct _APPLICATIONLAUNCH_SETTING_VALUE {
    LARGE_INTEGER ActivationTime;
    ULONG Flags;
    ULONG ButtonInstanceID;
} APPLICATIONLAUNCH_SETTING_VALUE;

/* ns-wdm-_bootdisk_information */
typedef struct _BOOTDISK_INFORMATION {
    LONGLONG BootPartitionOffset;
    LONGLONG SystemPartitionOffset;
    ULONG BootDeviceSignature;
    ULONG SystemDeviceSignature;
} BOOTDISK_INFORMATION;

/* ns-wdm-_bootdisk_information_ex */
typedef struct _BOOTDISK_INFORMATION_EX {
    LONGLONG BootPartitionOffset;
    LONGLONG SystemPartitionOffset;
    ULONG BootDeviceSignature;
    ULONG SystemDeviceSignature;
    GUID BootDeviceGuid;
    GUID SystemDeviceGuid;
    BOOLEAN BootDeviceIsGpt;
    BOOLEAN SystemDeviceIsGpt;
} BOOTDISK_INFORMATION_EX;

/* ns-wdm-_loader_partition_information_ex */
typedef struct _LOADER_PARTITION_INFORMATION_EX {
    ULONG PartitionStyle;
    ULONG PartitionNumber;
    union {
        ULONG Signature;
        GUID DeviceId;
    };
    ULONG Flags;
} LOADER_PARTITION_INFORMATION_EX;

/* ns-wdm-_bootdisk_information_lite */
typedef struct _BOOTDISK_INFORMATION_LITE {
    ULONG NumberEntries;
    LOADER_PARTITION_INFORMATION_EX Entries[1];
} BOOTDISK_INFORMATION_LITE;

/* ns-wdm-_bus_interface_standard */
typedef struct _BUS_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PTRANSLATE_BUS_ADDRESS TranslateBusAddress;
    PGET_DMA_ADAPTER GetDmaAdapter;
    PGET_SET_DEVICE_DATA SetBusData;
    PGET_SET_DEVICE_DATA GetBusData;
} BUS_INTERFACE_STANDARD;

/* ns-wdm-_cache_descriptor */
typedef struct _CACHE_DESCRIPTOR {
    UCHAR Level;
    UCHAR Associativity;
    USHORT LineSize;
    ULONG Size;
    PROCESSOR_CACHE_TYPE Type;
} CACHE_DESCRIPTOR;

/* ns-wdm-_cache_relationship */
typedef struct _CACHE_RELATIONSHIP {
    UCHAR Level;
    UCHAR Associativity;
    USHORT LineSize;
    ULONG CacheSize;
    PROCESSOR_CACHE_TYPE Type;
    UCHAR Reserved[20];
    GROUP_AFFINITY GroupMask;
} CACHE_RELATIONSHIP;

/* ns-wdm-_clfs_log_name_information */
typedef struct _CLFS_LOG_NAME_INFORMATION {
    USHORT NameLengthInBytes;
    WCHAR Name[1];
} CLFS_LOG_NAME_INFORMATION;

/* ns-wdm-_clfs_mgmt_client_registration */
typedef struct _CLFS_MGMT_CLIENT_REGISTRATION {
    ULONG Version;
    PCLFS_CLIENT_ADVANCE_TAIL_CALLBACK AdvanceTailCallback;
    PVOID AdvanceTailCallbackData;
    PCLFS_CLIENT_LFF_HANDLER_COMPLETE_CALLBACK LogGrowthCompleteCallback;
    PVOID LogGrowthCompleteCallbackData;
    PCLFS_CLIENT_LOG_UNPINNED_CALLBACK LogUnpinnedCallback;
    PVOID LogUnpinnedCallbackData;
} CLFS_MGMT_CLIENT_REGISTRATION;

/* ns-wdm-_cls_lsn */
struct _CLS_LSN {
    ULONGLONG Internal;
};

/* ns-wdm-_clfs_mgmt_notification */
typedef struct _CLFS_MGMT_NOTIFICATION {
    CLFS_MGMT_NOTIFICATION_TYPE Notification;
    CLFS_LSN Lsn;
    USHORT LogIsPinned;
} CLFS_MGMT_NOTIFICATION;

/* ns-wdm-_clfs_mgmt_policy */
typedef struct _CLFS_MGMT_POLICY {
    ULONG Version;
    ULONG LengthInBytes;
    ULONG PolicyFlags;
    CLFS_MGMT_POLICY_TYPE PolicyType;
    union {
        struct {
            ULONG Containers;
        } MaximumSize;
        struct {
            ULONG Containers;
        } MinimumSize;
        struct {
            ULONG SizeInBytes;
        } NewContainerSize;
        struct {
            ULONG AbsoluteGrowthInContainers;
            ULONG RelativeGrowthPercentage;
        } GrowthRate;
        struct {
            ULONG MinimumAvailablePercentage;
            ULONG MinimumAvailableContainers;
        } LogTail;
        struct {
            ULONG Percentage;
        } AutoShrink;
        struct {
            ULONG Enabled;
        } AutoGrow;
        struct {
            USHORT PrefixLengthInBytes;
            WCHAR PrefixString[1];
        } NewContainerPrefix;
        struct {
            ULONGLONG NextContainerSuffix;
        } NewContainerSuffix;
        struct {
            USHORT ExtensionLengthInBytes;
            WCHAR ExtensionString[1];
        } NewContainerExtension;
    } PolicyParameters;
} CLFS_MGMT_POLICY;

/* ns-wdm-_clfs_node_id */
typedef struct _CLFS_NODE_ID {
    ULONG cType;
    ULONG cbNode;
} CLFS_NODE_ID;

/* ns-wdm-_clfs_physical_lsn_information */
typedef struct _CLFS_PHYSICAL_LSN_INFORMATION {
    UCHAR StreamIdentifier;
    CLFS_LSN VirtualLsn;
    CLFS_LSN PhysicalLsn;
} CLFS_PHYSICAL_LSN_INFORMATION;

/* ns-wdm-_clfs_stream_id_information */
typedef struct _CLFS_STREAM_ID_INFORMATION {
    UCHAR StreamIdentifier;
} CLFS_STREAM_ID_INFORMATION;

/* ns-wdm-_client_id */
struct _CLIENT_ID {
    HANDLE UniqueProcess;
    HANDLE UniqueThread;
};

/* ns-wdm-_cls_container_information */
struct _CLS_CONTAINER_INFORMATION {
    ULONG FileAttributes;
    ULONGLONG CreationTime;
    ULONGLONG LastAccessTime;
    ULONGLONG LastWriteTime;
    LONGLONG ContainerSize;
    ULONG FileNameActualLength;
    ULONG FileNameLength;
    WCHAR FileName[256];
    CLFS_CONTAINER_STATE State;
    CLFS_CONTAINER_ID PhysicalContainerId;
    CLFS_CONTAINER_ID LogicalContainerId;
};

/* ns-wdm-_cls_archive_descriptor */
struct _CLS_ARCHIVE_DESCRIPTOR {
    ULONGLONG coffLow;
    ULONGLONG coffHigh;
    CLS_CONTAINER_INFORMATION infoContainer;
};

/* ns-wdm-_cls_information */
struct _CLS_INFORMATION {
    LONGLONG TotalAvailable;
    LONGLONG CurrentAvailable;
    LONGLONG TotalReservation;
    ULONGLONG BaseFileSize;
    ULONGLONG ContainerSize;
    ULONG TotalContainers;
    ULONG FreeContainers;
    ULONG TotalClients;
    ULONG Attributes;
    ULONG FlushThreshold;
    ULONG SectorSize;
    CLS_LSN MinArchiveTailLsn;
    CLS_LSN BaseLsn;
    CLS_LSN LastFlushedLsn;
    CLS_LSN LastLsn;
    CLS_LSN RestartLsn;
    GUID Identity;
};

/* ns-wdm-_cls_io_statistics_header */
struct _CLS_IO_STATISTICS_HEADER {
    UCHAR ubMajorVersion;
    UCHAR ubMinorVersion;
    CLFS_IOSTATS_CLASS eStatsClass;
    USHORT cbLength;
    ULONG coffData;
};

/* ns-wdm-_cls_io_statistics */
struct _CLS_IO_STATISTICS {
    CLS_IO_STATISTICS_HEADER hdrIoStats;
    ULONGLONG cFlush;
    ULONGLONG cbFlush;
    ULONGLONG cMetaFlush;
    ULONGLONG cbMetaFlush;
};

/* ns-wdm-_cls_scan_context */
struct _CLS_SCAN_CONTEXT {
    CLFS_NODE_ID cidNode;
    PLOG_FILE_OBJECT plfoLog;
    ULONG cIndex;
    POINTER_ALIGNMENT ULONG cContainers;
    POINTER_ALIGNMENT ULONG cContainersReturned;
    POINTER_ALIGNMENT CLFS_SCAN_MODE eScanMode;
    PCLS_CONTAINER_INFORMATION pinfoContainer;
};

/* ns-wdm-_cls_write_entry */
struct _CLS_WRITE_ENTRY {
    PVOID Buffer;
    ULONG ByteLength;
};

/* ns-wdm-_device_flags */
typedef struct _DEVICE_FLAGS {
    ULONG Failed : 1;
    ULONG ReadOnly : 1;
    ULONG Removable : 1;
    ULONG ConsoleIn : 1;
    ULONG ConsoleOut : 1;
    ULONG Input : 1;
    ULONG Output : 1;
} DEVICE_FLAGS;

/* ns-wdm-_cm_component_information */
typedef struct _CM_COMPONENT_INFORMATION {
    DEVICE_FLAGS Flags;
    ULONG Version;
    ULONG Key;
    KAFFINITY AffinityMask;
} CM_COMPONENT_INFORMATION;

/* ns-wdm-_cm_disk_geometry_device_data */
typedef struct _CM_DISK_GEOMETRY_DEVICE_DATA {
    ULONG BytesPerSector;
    ULONG NumberOfCylinders;
    ULONG SectorsPerTrack;
    ULONG NumberOfHeads;
} CM_DISK_GEOMETRY_DEVICE_DATA;

/* ns-wdm-_eisa_memory_type */
typedef struct _EISA_MEMORY_TYPE {
    UCHAR ReadWrite : 1;
    UCHAR Cached : 1;
    UCHAR Reserved0 : 1;
    UCHAR Type : 2;
    UCHAR Shared : 1;
    UCHAR Reserved1 : 1;
    UCHAR MoreEntries : 1;
} EISA_MEMORY_TYPE;

#pragma pack(push, 1)
/* ns-wdm-_eisa_memory_configuration */
typedef struct _EISA_MEMORY_CONFIGURATION {
    EISA_MEMORY_TYPE ConfigurationByte;
    UCHAR DataSize;
    USHORT AddressLowWord;
    UCHAR AddressHighByte;
    USHORT MemorySize;
} EISA_MEMORY_CONFIGURATION;
#pragma pack(pop)

/* ns-wdm-_eisa_irq_descriptor */
typedef struct _EISA_IRQ_DESCRIPTOR {
    UCHAR Interrupt : 4;
    UCHAR Reserved : 1;
    UCHAR LevelTriggered : 1;
    UCHAR Shared : 1;
    UCHAR MoreEntries : 1;
} EISA_IRQ_DESCRIPTOR;

/* ns-wdm-_eisa_irq_configuration */
typedef struct _EISA_IRQ_CONFIGURATION {
    EISA_IRQ_DESCRIPTOR ConfigurationByte;
    UCHAR Reserved;
} EISA_IRQ_CONFIGURATION;

/* ns-wdm-_dma_configuration_byte0 */
typedef struct _DMA_CONFIGURATION_BYTE0 {
    UCHAR Channel : 3;
    UCHAR Reserved : 3;
    UCHAR Shared : 1;
    UCHAR MoreEntries : 1;
} DMA_CONFIGURATION_BYTE0;

/* ns-wdm-_dma_configuration_byte1 */
typedef struct _DMA_CONFIGURATION_BYTE1 {
    UCHAR Reserved0 : 2;
    UCHAR TransferSize : 2;
    UCHAR Timing : 2;
    UCHAR Reserved1 : 2;
} DMA_CONFIGURATION_BYTE1;

/* ns-wdm-_eisa_dma_configuration */
typedef struct _EISA_DMA_CONFIGURATION {
    DMA_CONFIGURATION_BYTE0 ConfigurationByte0;
    DMA_CONFIGURATION_BYTE1 ConfigurationByte1;
} EISA_DMA_CONFIGURATION;

/* ns-wdm-_eisa_port_descriptor */
typedef struct _EISA_PORT_DESCRIPTOR {
    UCHAR NumberPorts : 5;
    UCHAR Reserved : 1;
    UCHAR Shared : 1;
    UCHAR MoreEntries : 1;
} EISA_PORT_DESCRIPTOR;

#pragma pack(push, 1)
/* ns-wdm-_eisa_port_configuration */
typedef struct _EISA_PORT_CONFIGURATION {
    EISA_PORT_DESCRIPTOR Configuration;
    USHORT PortAddress;
} EISA_PORT_CONFIGURATION;
#pragma pack(pop)

#pragma pack(push, 1)
/* ns-wdm-_cm_eisa_function_information */
typedef struct _CM_EISA_FUNCTION_INFORMATION {
    ULONG CompressedId;
    UCHAR IdSlotFlags1;
    UCHAR IdSlotFlags2;
    UCHAR MinorRevision;
    UCHAR MajorRevision;
    UCHAR Selections[26];
    UCHAR FunctionFlags;
    UCHAR TypeString[80];
    EISA_MEMORY_CONFIGURATION EisaMemory[9];
    EISA_IRQ_CONFIGURATION EisaIrq[7];
    EISA_DMA_CONFIGURATION EisaDma[4];
    EISA_PORT_CONFIGURATION EisaPort[20];
    UCHAR InitializationData[60];
} CM_EISA_FUNCTION_INFORMATION;
#pragma pack(pop)

#pragma pack(push, 1)
/* ns-wdm-_cm_eisa_slot_information */
typedef struct _CM_EISA_SLOT_INFORMATION {
    UCHAR ReturnCode;
    UCHAR ReturnFlags;
    UCHAR MajorRevision;
    UCHAR MinorRevision;
    USHORT Checksum;
    UCHAR NumberFunctions;
    UCHAR FunctionInformation;
    ULONG CompressedId;
} CM_EISA_SLOT_INFORMATION;
#pragma pack(pop)

/* ns-wdm-_cm_floppy_device_data */
typedef struct _CM_FLOPPY_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    CHAR Size[8];
    ULONG MaxDensity;
    ULONG MountDensity;
    UCHAR StepRateHeadUnloadTime;
    UCHAR HeadLoadTime;
    UCHAR MotorOffTime;
    UCHAR SectorLengthCode;
    UCHAR SectorPerTrack;
    UCHAR ReadWriteGapLength;
    UCHAR DataTransferLength;
    UCHAR FormatGapLength;
    UCHAR FormatFillCharacter;
    UCHAR HeadSettleTime;
    UCHAR MotorSettleTime;
    UCHAR MaximumTrackValue;
    UCHAR DataTransferRate;
} CM_FLOPPY_DEVICE_DATA;

#pragma pack(push, 4)
/* ns-wdm-_cm_partial_resource_descriptor */
typedef struct _CM_PARTIAL_RESOURCE_DESCRIPTOR {
    UCHAR Type;
    UCHAR ShareDisposition;
    USHORT Flags;
    union {
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Generic;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Port;
        struct {
            ULONG Level;
            ULONG Vector;
            KAFFINITY Affinity;
        } Interrupt;
        struct {
            union {
                struct {
                    USHORT Reserved;
                    USHORT MessageCount;
                    ULONG Vector;
                    KAFFINITY Affinity;
                } Raw;
                struct {
                    ULONG Level;
                    ULONG Vector;
                    KAFFINITY Affinity;
                } Translated;
            };
        } MessageInterrupt;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length;
        } Memory;
        struct {
            ULONG Channel;
            ULONG Port;
            ULONG Reserved1;
        } Dma;
        struct {
            ULONG Channel;
            ULONG RequestLine;
            UCHAR TransferWidth;
            UCHAR Reserved1;
            UCHAR Reserved2;
            UCHAR Reserved3;
        } DmaV3;
        struct {
            ULONG Data[3];
        } DevicePrivate;
        struct {
            ULONG Start;
            ULONG Length;
            ULONG Reserved;
        } BusNumber;
        struct {
            ULONG DataSize;
            ULONG Reserved1;
            ULONG Reserved2;
        } DeviceSpecificData;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length40;
        } Memory40;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length48;
        } Memory48;
        struct {
            PHYSICAL_ADDRESS Start;
            ULONG Length64;
        } Memory64;
        struct {
            UCHAR Class;
            UCHAR Type;
            UCHAR Reserved1;
            UCHAR Reserved2;
            ULONG IdLowPart;
            ULONG IdHighPart;
        } Connection;
    } u;
} CM_PARTIAL_RESOURCE_DESCRIPTOR;
#pragma pack(pop)

/* ns-wdm-_cm_partial_resource_list */
typedef struct _CM_PARTIAL_RESOURCE_LIST {
    USHORT Version;
    USHORT Revision;
    ULONG Count;
    CM_PARTIAL_RESOURCE_DESCRIPTOR PartialDescriptors[1];
} CM_PARTIAL_RESOURCE_LIST;

/* ns-wdm-_cm_full_resource_descriptor */
typedef struct _CM_FULL_RESOURCE_DESCRIPTOR {
    INTERFACE_TYPE InterfaceType;
    ULONG BusNumber;
    CM_PARTIAL_RESOURCE_LIST PartialResourceList;
} CM_FULL_RESOURCE_DESCRIPTOR;

#pragma pack(push, 1)
/* ns-wdm-_cm_int13_drive_parameter */
typedef struct _CM_INT13_DRIVE_PARAMETER {
    USHORT DriveSelect;
    ULONG MaxCylinders;
    USHORT SectorsPerTrack;
    USHORT MaxHeads;
    USHORT NumberDrives;
} CM_INT13_DRIVE_PARAMETER;
#pragma pack(pop)

/* ns-wdm-_cm_keyboard_device_data */
typedef struct _CM_KEYBOARD_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    UCHAR Type;
    UCHAR Subtype;
    USHORT KeyboardFlags;
} CM_KEYBOARD_DEVICE_DATA;

#pragma pack(push, 1)
/* ns-wdm-_cm_mca_pos_data */
typedef struct _CM_MCA_POS_DATA {
    USHORT AdapterId;
    UCHAR PosData1;
    UCHAR PosData2;
    UCHAR PosData3;
    UCHAR PosData4;
} CM_MCA_POS_DATA;
#pragma pack(pop)

/* ns-wdm-_cm_monitor_device_data */
typedef struct _CM_MONITOR_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    USHORT HorizontalScreenSize;
    USHORT VerticalScreenSize;
    USHORT HorizontalResolution;
    USHORT VerticalResolution;
    USHORT HorizontalDisplayTimeLow;
    USHORT HorizontalDisplayTime;
    USHORT HorizontalDisplayTimeHigh;
    USHORT HorizontalBackPorchLow;
    USHORT HorizontalBackPorch;
    USHORT HorizontalBackPorchHigh;
    USHORT HorizontalFrontPorchLow;
    USHORT HorizontalFrontPorch;
    USHORT HorizontalFrontPorchHigh;
    USHORT HorizontalSyncLow;
    USHORT HorizontalSync;
    USHORT HorizontalSyncHigh;
    USHORT VerticalBackPorchLow;
    USHORT VerticalBackPorch;
    USHORT VerticalBackPorchHigh;
    USHORT VerticalFrontPorchLow;
    USHORT VerticalFrontPorch;
    USHORT VerticalFrontPorchHigh;
    USHORT VerticalSyncLow;
    USHORT VerticalSync;
    USHORT VerticalSyncHigh;
} CM_MONITOR_DEVICE_DATA;

#pragma pack(push, 1)
/* ns-wdm-_cm_pnp_bios_device_node */
typedef struct _CM_PNP_BIOS_DEVICE_NODE {
    USHORT Size;
    UCHAR Node;
    ULONG ProductId;
    UCHAR DeviceType[3];
    USHORT DeviceAttributes;
} CM_PNP_BIOS_DEVICE_NODE;
#pragma pack(pop)

#pragma pack(push, 1)
/* ns-wdm-_cm_pnp_bios_installation_check */
typedef struct _CM_PNP_BIOS_INSTALLATION_CHECK {
    UCHAR Signature[4];
    UCHAR Revision;
    UCHAR Length;
    USHORT ControlField;
    UCHAR Checksum;
    ULONG EventFlagAddress;
    USHORT RealModeEntryOffset;
    USHORT RealModeEntrySegment;
    USHORT ProtectedModeEntryOffset;
    ULONG ProtectedModeCodeBaseAddress;
    ULONG OemDeviceId;
    USHORT RealModeDataBaseAddress;
    ULONG ProtectedModeDataBaseAddress;
} CM_PNP_BIOS_INSTALLATION_CHECK;
#pragma pack(pop)

/* ns-wdm-cm_power_data_s */
typedef struct CM_Power_Data_s {
    ULONG PD_Size;
    DEVICE_POWER_STATE PD_MostRecentPowerState;
    ULONG PD_Capabilities;
    ULONG PD_D1Latency;
    ULONG PD_D2Latency;
    ULONG PD_D3Latency;
    DEVICE_POWER_STATE PD_PowerStateMapping[7];
    SYSTEM_POWER_STATE PD_DeepestSystemWake;
} CM_POWER_DATA;

/* ns-wdm-_cm_resource_list */
typedef struct _CM_RESOURCE_LIST {
    ULONG Count;
    CM_FULL_RESOURCE_DESCRIPTOR List[1];
} CM_RESOURCE_LIST;

/* ns-wdm-_cm_rom_block */
typedef struct _CM_ROM_BLOCK {
    ULONG Address;
    ULONG Size;
} CM_ROM_BLOCK;

/* ns-wdm-_cm_scsi_device_data */
typedef struct _CM_SCSI_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    UCHAR HostIdentifier;
} CM_SCSI_DEVICE_DATA;

/* ns-wdm-_cm_serial_device_data */
typedef struct _CM_SERIAL_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    ULONG BaudClock;
} CM_SERIAL_DEVICE_DATA;

/* ns-wdm-_cm_sonic_device_data */
typedef struct _CM_SONIC_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    USHORT DataConfigurationRegister;
    UCHAR EthernetAddress[8];
} CM_SONIC_DEVICE_DATA;

/* ns-wdm-_cm_video_device_data */
typedef struct _CM_VIDEO_DEVICE_DATA {
    USHORT Version;
    USHORT Revision;
    ULONG VideoClock;
} CM_VIDEO_DEVICE_DATA;

/* ns-wdm-_counted_reason_context */
typedef struct _COUNTED_REASON_CONTEXT {
    ULONG Version;
    ULONG Flags;
    union {
        struct {
            UNICODE_STRING ResourceFileName;
            USHORT ResourceReasonId;
            ULONG StringCount;
            PUNICODE_STRING ReasonStrings;
        };
        UNICODE_STRING SimpleString;
    };
} COUNTED_REASON_CONTEXT;

/* ns-wdm-_crashdump_functions_interface */
typedef struct _CRASHDUMP_FUNCTIONS_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PCRASHDUMP_POWER_ON PowerOn;
} CRASHDUMP_FUNCTIONS_INTERFACE;

/* ns-wdm-_d3cold_support_interface */
typedef struct _D3COLD_SUPPORT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PSET_D3COLD_SUPPORT SetD3ColdSupport;
    PGET_IDLE_WAKE_INFO GetIdleWakeInfo;
    PGET_D3COLD_CAPABILITY GetD3ColdCapability;
    PGET_D3COLD_CAPABILITY GetBusDriverD3ColdSupport;
    PGET_D3COLD_LAST_TRANSITION_STATUS GetLastTransitionStatus;
} D3COLD_SUPPORT_INTERFACE;

/* ns-wdm-_device_capabilities */
typedef struct _DEVICE_CAPABILITIES {
    USHORT Size;
    USHORT Version;
    ULONG DeviceD1 : 1;
    ULONG DeviceD2 : 1;
    ULONG LockSupported : 1;
    ULONG EjectSupported : 1;
    ULONG Removable : 1;
    ULONG DockDevice : 1;
    ULONG UniqueID : 1;
    ULONG SilentInstall : 1;
    ULONG RawDeviceOK : 1;
    ULONG SurpriseRemovalOK : 1;
    ULONG WakeFromD0 : 1;
    ULONG WakeFromD1 : 1;
    ULONG WakeFromD2 : 1;
    ULONG WakeFromD3 : 1;
    ULONG HardwareDisabled : 1;
    ULONG NonDynamic : 1;
    ULONG WarmEjectSupported : 1;
    ULONG NoDisplayInUI : 1;
    ULONG Reserved1 : 1;
    ULONG WakeFromInterrupt : 1;
    ULONG SecureDevice : 1;
    ULONG Reserved : 11;
    ULONG Address;
    ULONG UINumber;
    DEVICE_POWER_STATE DeviceState[7];
    SYSTEM_POWER_STATE SystemWake;
    DEVICE_POWER_STATE DeviceWake;
    ULONG D1Latency;
    ULONG D2Latency;
    ULONG D3Latency;
} DEVICE_CAPABILITIES;

/* ns-wdm-_device_description */
typedef struct _DEVICE_DESCRIPTION {
    ULONG Version;
    BOOLEAN Master;
    BOOLEAN ScatterGather;
    BOOLEAN DemandMode;
    BOOLEAN AutoInitialize;
    BOOLEAN Dma32BitAddresses;
    BOOLEAN IgnoreCount;
    BOOLEAN Reserved1;
    BOOLEAN Dma64BitAddresses;
    ULONG BusNumber;
    ULONG DmaChannel;
    INTERFACE_TYPE InterfaceType;
    DMA_WIDTH DmaWidth;
    DMA_SPEED DmaSpeed;
    ULONG MaximumLength;
    ULONG DmaPort;
    ULONG DmaAddressWidth;
    ULONG DmaControllerInstance;
    ULONG DmaRequestLine;
    PHYSICAL_ADDRESS DeviceAddress;
} DEVICE_DESCRIPTION;

/* ns-wdm-_device_interface_change_notification */
typedef struct _DEVICE_INTERFACE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    GUID InterfaceClassGuid;
    PUNICODE_STRING SymbolicLinkName;
} DEVICE_INTERFACE_CHANGE_NOTIFICATION;

typedef struct _IO_TIMER *PIO_TIMER;

/* ns-wdm-_kdevice_queue_entry */
typedef struct _KDEVICE_QUEUE_ENTRY {
    LIST_ENTRY DeviceListEntry;
    ULONG SortKey;
    BOOLEAN Inserted;
} KDEVICE_QUEUE_ENTRY;

/* ns-wdm-_wait_context_block */
typedef struct _WAIT_CONTEXT_BLOCK {
    union {
        KDEVICE_QUEUE_ENTRY WaitQueueEntry;
        struct {
            LIST_ENTRY DmaWaitEntry;
            ULONG NumberOfChannels;
            ULONG SyncCallback : 1;
            ULONG DmaContext : 1;
            ULONG ZeroMapRegisters : 1;
            ULONG Reserved : 29;
        };
    };
    PDRIVER_CONTROL DeviceRoutine;
    PVOID DeviceContext;
    ULONG NumberOfMapRegisters;
    PVOID DeviceObject;
    PVOID CurrentIrp;
    PKDPC BufferChainingDpc;
} WAIT_CONTEXT_BLOCK;

/* ns-wdm-_kdevice_queue */
typedef struct _KDEVICE_QUEUE {
    CSHORT Type;
    CSHORT Size;
    LIST_ENTRY DeviceListHead;
    KSPIN_LOCK Lock;
    union {
        BOOLEAN Busy;
        struct {
            LONG64 Reserved : 8;
            LONG64 Hint : 56;
        };
    };
} KDEVICE_QUEUE;

/* ns-wdm-_kdpc */
typedef struct _KDPC {
    union {
        ULONG TargetInfoAsUlong;
        struct {
            UCHAR Type;
            UCHAR Importance;
            volatile USHORT Number;
        };
    };
    SINGLE_LIST_ENTRY DpcListEntry;
    KAFFINITY ProcessorHistory;
    PKDEFERRED_ROUTINE DeferredRoutine;
    PVOID DeferredContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    PVOID DpcData;
} KDPC;

/* ns-wdm-_dispatcher_header */
typedef struct _DISPATCHER_HEADER {
    union {
        union {
            volatile LONG Lock;
            LONG LockNV;
        };
        struct {
            UCHAR Type;
            UCHAR Signalling;
            UCHAR Size;
            UCHAR Reserved1;
        };
        struct {
            UCHAR TimerType;
            union {
                UCHAR TimerControlFlags;
                struct {
                    UCHAR Absolute : 1;
                    UCHAR Wake : 1;
                    UCHAR EncodedTolerableDelay : 6;
                };
            };
            UCHAR Hand;
            union {
                UCHAR TimerMiscFlags;
                struct {
                    UCHAR Index : 6;
                    UCHAR Inserted : 1;
                    volatile UCHAR Expired : 1;
                };
            };
        };
        struct {
            UCHAR Timer2Type;
            union {
                UCHAR Timer2Flags;
                struct {
                    UCHAR Timer2Inserted : 1;
                    UCHAR Timer2Expiring : 1;
                    UCHAR Timer2CancelPending : 1;
                    UCHAR Timer2SetPending : 1;
                    UCHAR Timer2Running : 1;
                    UCHAR Timer2Disabled : 1;
                    UCHAR Timer2ReservedFlags : 2;
                };
            };
            UCHAR Timer2ComponentId;
            UCHAR Timer2RelativeId;
        };
        struct {
            UCHAR QueueType;
            union {
                UCHAR QueueControlFlags;
                struct {
                    UCHAR Abandoned : 1;
                    UCHAR DisableIncrement : 1;
                    UCHAR QueueReservedControlFlags : 6;
                };
            };
            UCHAR QueueSize;
            UCHAR QueueReserved;
        };
        struct {
            UCHAR ThreadType;
            UCHAR ThreadReserved;
            union {
                UCHAR ThreadControlFlags;
                struct {
                    UCHAR CycleProfiling : 1;
                    UCHAR CounterProfiling : 1;
                    UCHAR GroupScheduling : 1;
                    UCHAR AffinitySet : 1;
                    UCHAR Tagged : 1;
                    UCHAR EnergyProfiling : 1;
                    UCHAR ThreadReservedControlFlags : 2;
                };
            };
            union {
                UCHAR DebugActive;
                struct {
                    BOOLEAN ActiveDR7 : 1;
                    BOOLEAN Instrumented : 1;
                    BOOLEAN Minimal : 1;
                    BOOLEAN Reserved4 : 3;
                    BOOLEAN UmsScheduled : 1;
                    BOOLEAN UmsPrimary : 1;
                };
            };
        };
        struct {
            UCHAR MutantType;
            UCHAR MutantSize;
            BOOLEAN DpcActive;
            UCHAR MutantReserved;
        };
    };
    LONG SignalState;
    LIST_ENTRY WaitListHead;
} DISPATCHER_HEADER;

/* ns-wdm-_kevent */
typedef struct _KEVENT {
    DISPATCHER_HEADER Header;
} KEVENT;

/* ns-wdm-_device_object */
typedef struct DECLSPEC_ALIGN(16) _DEVICE_OBJECT {
    CSHORT Type;
    USHORT Size;
    LONG ReferenceCount;
    struct _DRIVER_OBJECT *DriverObject;
    struct _DEVICE_OBJECT *NextDevice;
    struct _DEVICE_OBJECT *AttachedDevice;
    struct _IRP *CurrentIrp;
    PIO_TIMER Timer;
    ULONG Flags;
    ULONG Characteristics;
    PVPB Vpb;
    PVOID DeviceExtension;
    ULONG DeviceType;
    CCHAR StackSize;
    union {
        LIST_ENTRY ListEntry;
        WAIT_CONTEXT_BLOCK Wcb;
    } Queue;
    ULONG AlignmentRequirement;
    KDEVICE_QUEUE DeviceQueue;
    KDPC Dpc;
    ULONG ActiveThreadCount;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    KEVENT DeviceLock;
    USHORT SectorSize;
    USHORT Spare1;
    struct _DEVOBJ_EXTENSION *DeviceObjectExtension;
    PVOID Reserved;
} DEVICE_OBJECT;

/* ns-wdm-_device_relations */
typedef struct _DEVICE_RELATIONS {
    ULONG Count;
    PDEVICE_OBJECT Objects[1];
} DEVICE_RELATIONS;

/* ns-wdm-_device_reset_interface_standard */
typedef struct _DEVICE_RESET_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PDEVICE_RESET_HANDLER DeviceReset;
    ULONG SupportedResetTypes;
    PVOID Reserved;
} DEVICE_RESET_INTERFACE_STANDARD;

/* ns-wdm-_devobj_extension */
typedef struct _DEVOBJ_EXTENSION {
    CSHORT Type;
    USHORT Size;
    PDEVICE_OBJECT DeviceObject;
    ULONG PowerFlags;
    struct _DEVICE_OBJECT_POWER_EXTENSION *Dope;
    ULONG ExtensionFlags;
    PVOID DeviceNode;
    PDEVICE_OBJECT AttachedTo;
    LONG StartIoCount;
    LONG StartIoKey;
    ULONG StartIoFlags;
    PVPB Vpb;
    PVOID DependencyNode;
    PVOID InterruptContext;
    PVOID VerifierContext;
} DEVOBJ_EXTENSION;

/* ns-wdm-_dma_adapter */
typedef struct _DMA_ADAPTER {
    USHORT Version;
    USHORT Size;
    PDMA_OPERATIONS DmaOperations;
} DMA_ADAPTER;

/* ns-wdm-_dma_adapter_info_v1 */
typedef struct _DMA_ADAPTER_INFO_V1 {
    ULONG ReadDmaCounterAvailable;
    ULONG ScatterGatherLimit;
    ULONG DmaAddressWidth;
    ULONG Flags;
    ULONG MinimumTransferUnit;
} DMA_ADAPTER_INFO_V1;

/* ns-wdm-_dma_adapter_info */
typedef struct _DMA_ADAPTER_INFO {
    ULONG Version;
    union {
        DMA_ADAPTER_INFO_V1 V1;
    };
} DMA_ADAPTER_INFO;

/* ns-wdm-_dma_operations */
typedef struct _DMA_OPERATIONS {
    ULONG Size;
    PPUT_DMA_ADAPTER PutDmaAdapter;
    PALLOCATE_COMMON_BUFFER AllocateCommonBuffer;
    PFREE_COMMON_BUFFER FreeCommonBuffer;
    PALLOCATE_ADAPTER_CHANNEL AllocateAdapterChannel;
    PFLUSH_ADAPTER_BUFFERS FlushAdapterBuffers;
    PFREE_ADAPTER_CHANNEL FreeAdapterChannel;
    PFREE_MAP_REGISTERS FreeMapRegisters;
    PMAP_TRANSFER MapTransfer;
    PGET_DMA_ALIGNMENT GetDmaAlignment;
    PREAD_DMA_COUNTER ReadDmaCounter;
    PGET_SCATTER_GATHER_LIST GetScatterGatherList;
    PPUT_SCATTER_GATHER_LIST PutScatterGatherList;
    PCALCULATE_SCATTER_GATHER_LIST_SIZE CalculateScatterGatherList;
    PBUILD_SCATTER_GATHER_LIST BuildScatterGatherList;
    PBUILD_MDL_FROM_SCATTER_GATHER_LIST BuildMdlFromScatterGatherList;
    PGET_DMA_ADAPTER_INFO GetDmaAdapterInfo;
    PGET_DMA_TRANSFER_INFO GetDmaTransferInfo;
    PINITIALIZE_DMA_TRANSFER_CONTEXT InitializeDmaTransferContext;
    PALLOCATE_COMMON_BUFFER_EX AllocateCommonBufferEx;
    PALLOCATE_ADAPTER_CHANNEL_EX AllocateAdapterChannelEx;
    PCONFIGURE_ADAPTER_CHANNEL ConfigureAdapterChannel;
    PCANCEL_ADAPTER_CHANNEL CancelAdapterChannel;
    PMAP_TRANSFER_EX MapTransferEx;
    PGET_SCATTER_GATHER_LIST_EX GetScatterGatherListEx;
    PBUILD_SCATTER_GATHER_LIST_EX BuildScatterGatherListEx;
    PFLUSH_ADAPTER_BUFFERS_EX FlushAdapterBuffersEx;
    PFREE_ADAPTER_OBJECT FreeAdapterObject;
    PCANCEL_MAPPED_TRANSFER CancelMappedTransfer;
    PALLOCATE_DOMAIN_COMMON_BUFFER AllocateDomainCommonBuffer;
    PFLUSH_DMA_BUFFER FlushDmaBuffer;
    PJOIN_DMA_DOMAIN JoinDmaDomain;
    PLEAVE_DMA_DOMAIN LeaveDmaDomain;
    PGET_DMA_DOMAIN GetDmaDomain;
} DMA_OPERATIONS;

/* ns-wdm-_dma_transfer_info_v1 */
typedef struct _DMA_TRANSFER_INFO_V1 {
    ULONG MapRegisterCount;
    ULONG ScatterGatherElementCount;
    ULONG ScatterGatherListSize;
} DMA_TRANSFER_INFO_V1;

/* ns-wdm-_dma_transfer_info */
typedef struct _DMA_TRANSFER_INFO {
    ULONG Version;
    union {
        DMA_TRANSFER_INFO_V1 V1;
    };
} DMA_TRANSFER_INFO;

/* ns-wdm-_dpc_watchdog_global_triage_block */
typedef struct _DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK {
    ULONG Signature;
    USHORT Revision;
    USHORT Size;
    USHORT DpcWatchdogProfileOffset;
    ULONG DpcWatchdogProfileLength;
} DPC_WATCHDOG_GLOBAL_TRIAGE_BLOCK;

/* ns-wdm-_driver_extension */
typedef struct _DRIVER_EXTENSION {
    struct _DRIVER_OBJECT *DriverObject;
    PDRIVER_ADD_DEVICE AddDevice;
    ULONG Count;
    UNICODE_STRING ServiceKeyName;
} DRIVER_EXTENSION;

/* ns-wdm-_driver_object */
typedef struct _DRIVER_OBJECT {
    CSHORT Type;
    CSHORT Size;
    PDEVICE_OBJECT DeviceObject;
    ULONG Flags;
    PVOID DriverStart;
    ULONG DriverSize;
    PVOID DriverSection;
    PDRIVER_EXTENSION DriverExtension;
    UNICODE_STRING DriverName;
    PUNICODE_STRING HardwareDatabase;
    PFAST_IO_DISPATCH FastIoDispatch;
    PDRIVER_INITIALIZE DriverInit;
    PDRIVER_STARTIO DriverStartIo;
    PDRIVER_UNLOAD DriverUnload;
    PDRIVER_DISPATCH MajorFunction[28];
} DRIVER_OBJECT;

/* ns-wdm-_enlistment_basic_information */
typedef struct _ENLISTMENT_BASIC_INFORMATION {
    GUID EnlistmentId;
    GUID TransactionId;
    GUID ResourceManagerId;
} ENLISTMENT_BASIC_INFORMATION;

/* ns-wdm-_enlistment_crm_information */
typedef struct _ENLISTMENT_CRM_INFORMATION {
    GUID CrmTransactionManagerId;
    GUID CrmResourceManagerId;
    GUID CrmEnlistmentId;
} ENLISTMENT_CRM_INFORMATION;

/* ns-wdm-_owner_entry */
typedef struct _OWNER_ENTRY {
    ERESOURCE_THREAD OwnerThread;
    union {
        struct {
            ULONG IoPriorityBoosted : 1;
            ULONG OwnerReferenced : 1;
            ULONG IoQoSPriorityBoosted : 1;
            ULONG OwnerCount : 29;
        };
        ULONG TableSize;
    };
} OWNER_ENTRY;

/* ns-wdm-_eresource */
typedef struct _ERESOURCE {
    LIST_ENTRY SystemResourcesList;
    POWNER_ENTRY OwnerTable;
    SHORT ActiveCount;
    union {
        USHORT Flag;
        struct {
            UCHAR ReservedLowFlags;
            UCHAR WaiterPriority;
        };
    };
    PVOID SharedWaiters;
    PVOID ExclusiveWaiters;
    OWNER_ENTRY OwnerEntry;
    ULONG ActiveEntries;
    ULONG ContentionCount;
    ULONG NumberOfSharedWaiters;
    ULONG NumberOfExclusiveWaiters;
    PVOID Reserved2;
    union {
        PVOID Address;
        ULONG_PTR CreatorBackTraceIndex;
    };
    KSPIN_LOCK SpinLock;
} ERESOURCE;

/* ns-wdm-_etw_trace_session_settings */
typedef struct _ETW_TRACE_SESSION_SETTINGS {
    ULONG Version;
    ULONG BufferSize;
    ULONG MinimumBuffers;
    ULONG MaximumBuffers;
    ULONG LoggerMode;
    ULONG FlushTimer;
    ULONG FlushThreshold;
    ULONG ClockType;
} ETW_TRACE_SESSION_SETTINGS;

typedef struct _CONTEXT *PCONTEXT;

/* ns-wdm-_exception_pointers */
typedef struct _EXCEPTION_POINTERS {
    PEXCEPTION_RECORD ExceptionRecord;
    PCONTEXT ContextRecord;
} EXCEPTION_POINTERS;

/* ns-wdm-_exception_record */
struct _EXCEPTION_RECORD {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    struct _EXCEPTION_RECORD *ExceptionRecord;
    PVOID ExceptionAddress;
    ULONG NumberParameters;
    ULONG_PTR ExceptionInformation[15];
};

/* ns-wdm-_exception_record32 */
typedef struct _EXCEPTION_RECORD32 {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    ULONG ExceptionRecord;
    ULONG ExceptionAddress;
    ULONG NumberParameters;
    ULONG ExceptionInformation[15];
} EXCEPTION_RECORD32;

/* ns-wdm-_exception_record64 */
typedef struct _EXCEPTION_RECORD64 {
    NTSTATUS ExceptionCode;
    ULONG ExceptionFlags;
    ULONG64 ExceptionRecord;
    ULONG64 ExceptionAddress;
    ULONG NumberParameters;
    ULONG __unusedAlignment;
    ULONG64 ExceptionInformation[15];
} EXCEPTION_RECORD64;

/* ns-wdm-_ext_delete_parameters */
typedef struct _EXT_DELETE_PARAMETERS {
    ULONG Version;
    ULONG Reserved;
    PEXT_DELETE_CALLBACK DeleteCallback;
    PVOID DeleteContext;
} EXT_DELETE_PARAMETERS;

/* ns-wdm-_ext_set_parameters_v0 */
struct _EXT_SET_PARAMETERS_V0 {
    ULONG Version;
    ULONG Reserved;
    LONGLONG NoWakeTolerance;
};

/* ns-wdm-_ex_rundown_ref */
typedef struct _EX_RUNDOWN_REF {
    union {
        ULONG_PTR Count;
        PVOID Ptr;
    };
} EX_RUNDOWN_REF;

/* ns-wdm-_fast_io_dispatch */
typedef struct _FAST_IO_DISPATCH {
    ULONG SizeOfFastIoDispatch;
    PFAST_IO_CHECK_IF_POSSIBLE FastIoCheckIfPossible;
    PFAST_IO_READ FastIoRead;
    PFAST_IO_WRITE FastIoWrite;
    PFAST_IO_QUERY_BASIC_INFO FastIoQueryBasicInfo;
    PFAST_IO_QUERY_STANDARD_INFO FastIoQueryStandardInfo;
    PFAST_IO_LOCK FastIoLock;
    PFAST_IO_UNLOCK_SINGLE FastIoUnlockSingle;
    PFAST_IO_UNLOCK_ALL FastIoUnlockAll;
    PFAST_IO_UNLOCK_ALL_BY_KEY FastIoUnlockAllByKey;
    PFAST_IO_DEVICE_CONTROL FastIoDeviceControl;
    PFAST_IO_ACQUIRE_FILE AcquireFileForNtCreateSection;
    PFAST_IO_RELEASE_FILE ReleaseFileForNtCreateSection;
    PFAST_IO_DETACH_DEVICE FastIoDetachDevice;
    PFAST_IO_QUERY_NETWORK_OPEN_INFO FastIoQueryNetworkOpenInfo;
    PFAST_IO_ACQUIRE_FOR_MOD_WRITE AcquireForModWrite;
    PFAST_IO_MDL_READ MdlRead;
    PFAST_IO_MDL_READ_COMPLETE MdlReadComplete;
    PFAST_IO_PREPARE_MDL_WRITE PrepareMdlWrite;
    PFAST_IO_MDL_WRITE_COMPLETE MdlWriteComplete;
    PFAST_IO_READ_COMPRESSED FastIoReadCompressed;
    PFAST_IO_WRITE_COMPRESSED FastIoWriteCompressed;
    PFAST_IO_MDL_READ_COMPLETE_COMPRESSED MdlReadCompleteCompressed;
    PFAST_IO_MDL_WRITE_COMPLETE_COMPRESSED MdlWriteCompleteCompressed;
    PFAST_IO_QUERY_OPEN FastIoQueryOpen;
    PFAST_IO_RELEASE_FOR_MOD_WRITE ReleaseForModWrite;
    PFAST_IO_ACQUIRE_FOR_CCFLUSH AcquireForCcFlush;
    PFAST_IO_RELEASE_FOR_CCFLUSH ReleaseForCcFlush;
} FAST_IO_DISPATCH;

/* ns-wdm-_fast_mutex */
typedef struct _FAST_MUTEX {
    LONG Count;
    PVOID Owner;
    ULONG Contention;
    KEVENT Event;
    ULONG OldIrql;
} FAST_MUTEX, KGUARDED_MUTEX;

/* ns-wdm-_file_basic_information */
typedef struct _FILE_BASIC_INFORMATION {
    LARGE_INTEGER CreationTime;
    LARGE_INTEGER LastAccessTime;
    LARGE_INTEGER LastWriteTime;
    LARGE_INTEGER ChangeTime;
    ULONG FileAttributes;
} FILE_BASIC_INFORMATION;

/* ns-wdm-_file_fs_device_information */
typedef struct _FILE_FS_DEVICE_INFORMATION {
    ULONG DeviceType;
    ULONG Characteristics;
} FILE_FS_DEVICE_INFORMATION;

/* ns-wdm-_file_full_ea_information */
typedef struct _FILE_FULL_EA_INFORMATION {
    ULONG NextEntryOffset;
    UCHAR Flags;
    UCHAR EaNameLength;
    USHORT EaValueLength;
    CHAR EaName[1];
} FILE_FULL_EA_INFORMATION;

/* ns-wdm-_file_iostatusblock_range_information */
typedef struct _FILE_IOSTATUSBLOCK_RANGE_INFORMATION {
    PUCHAR IoStatusBlockRange;
    ULONG Length;
} FILE_IOSTATUSBLOCK_RANGE_INFORMATION;

/* ns-wdm-_file_io_completion_notification_information */
typedef struct _FILE_IO_COMPLETION_NOTIFICATION_INFORMATION {
    ULONG Flags;
} FILE_IO_COMPLETION_NOTIFICATION_INFORMATION;

/* ns-wdm-_file_io_priority_hint_information */
typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION {
    IO_PRIORITY_HINT PriorityHint;
} FILE_IO_PRIORITY_HINT_INFORMATION;

/* ns-wdm-_file_io_priority_hint_information_ex */
typedef struct _FILE_IO_PRIORITY_HINT_INFORMATION_EX {
    IO_PRIORITY_HINT PriorityHint;
    BOOLEAN BoostOutstanding;
} FILE_IO_PRIORITY_HINT_INFORMATION_EX;

/* ns-wdm-_file_is_remote_device_information */
typedef struct _FILE_IS_REMOTE_DEVICE_INFORMATION {
    BOOLEAN IsRemote;
} FILE_IS_REMOTE_DEVICE_INFORMATION;

/* ns-wdm-_file_memory_partition_information */
typedef struct _FILE_MEMORY_PARTITION_INFORMATION {
    ULONG_PTR OwnerPartitionHandle;
    union {
        struct {
            UCHAR NoCrossPartitionAccess;
            UCHAR Spare[3];
        };
        ULONG AllFlags;
    } Flags;
} FILE_MEMORY_PARTITION_INFORMATION;

/* ns-wdm-_file_network_open_information */
typedef struct _FILE_NETWORK_OPEN_INFORMATION {
    LARGE_INTEGER CreationTime;
    LARGE_INTEGER LastAccessTime;
    LARGE_INTEGER LastWriteTime;
    LARGE_INTEGER ChangeTime;
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER EndOfFile;
    ULONG FileAttributes;
} FILE_NETWORK_OPEN_INFORMATION;

/* ns-wdm-_file_numa_node_information */
typedef struct _FILE_NUMA_NODE_INFORMATION {
    USHORT NodeNumber;
} FILE_NUMA_NODE_INFORMATION;

/* ns-wdm-_file_object */
struct _FILE_OBJECT {
    CSHORT Type;
    CSHORT Size;
    PDEVICE_OBJECT DeviceObject;
    PVPB Vpb;
    PVOID FsContext;
    PVOID FsContext2;
    PSECTION_OBJECT_POINTERS SectionObjectPointer;
    PVOID PrivateCacheMap;
    NTSTATUS FinalStatus;
    struct _FILE_OBJECT *RelatedFileObject;
    BOOLEAN LockOperation;
    BOOLEAN DeletePending;
    BOOLEAN ReadAccess;
    BOOLEAN WriteAccess;
    BOOLEAN DeleteAccess;
    BOOLEAN SharedRead;
    BOOLEAN SharedWrite;
    BOOLEAN SharedDelete;
    ULONG Flags;
    UNICODE_STRING FileName;
    LARGE_INTEGER CurrentByteOffset;
    ULONG Waiters;
    ULONG Busy;
    PVOID LastLock;
    KEVENT Lock;
    KEVENT Event;
    PIO_COMPLETION_CONTEXT CompletionContext;
    KSPIN_LOCK IrpListLock;
    LIST_ENTRY IrpList;
    PVOID FileObjectExtension;
};

/* ns-wdm-_file_position_information */
typedef struct _FILE_POSITION_INFORMATION {
    LARGE_INTEGER CurrentByteOffset;
} FILE_POSITION_INFORMATION;

/* ns-wdm-_file_process_ids_using_file_information */
typedef struct _FILE_PROCESS_IDS_USING_FILE_INFORMATION {
    ULONG NumberOfProcessIdsInList;
    ULONG_PTR ProcessIdList[1];
} FILE_PROCESS_IDS_USING_FILE_INFORMATION;

/* ns-wdm-_file_segment_element */
typedef union _FILE_SEGMENT_ELEMENT {
    void *Buffer;
    ULONGLONG Alignment;
} FILE_SEGMENT_ELEMENT;

/* ns-wdm-_file_sfio_reserve_information */
typedef struct _FILE_SFIO_RESERVE_INFORMATION {
    ULONG RequestsPerPeriod;
    ULONG Period;
    BOOLEAN RetryFailures;
    BOOLEAN Discardable;
    ULONG RequestSize;
    ULONG NumOutstandingRequests;
} FILE_SFIO_RESERVE_INFORMATION;

/* ns-wdm-_file_sfio_volume_information */
typedef struct _FILE_SFIO_VOLUME_INFORMATION {
    ULONG MaximumRequestsPerPeriod;
    ULONG MinimumPeriod;
    ULONG MinimumTransferSize;
} FILE_SFIO_VOLUME_INFORMATION;

/* ns-wdm-_file_standard_information */
typedef struct _FILE_STANDARD_INFORMATION {
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER EndOfFile;
    ULONG NumberOfLinks;
    BOOLEAN DeletePending;
    BOOLEAN Directory;
} FILE_STANDARD_INFORMATION;

/* ns-wdm-_file_standard_information_ex */
typedef struct _FILE_STANDARD_INFORMATION_EX {
    LARGE_INTEGER AllocationSize;
    LARGE_INTEGER EndOfFile;
    ULONG NumberOfLinks;
    BOOLEAN DeletePending;
    BOOLEAN Directory;
    BOOLEAN AlternateStream;
    BOOLEAN MetadataAttribute;
} FILE_STANDARD_INFORMATION_EX;

/* ns-wdm-_function_level_device_reset_parameters */
typedef struct _FUNCTION_LEVEL_DEVICE_RESET_PARAMETERS {
    ULONG Size;
    PDEVICE_RESET_COMPLETION DeviceResetCompletion;
    PVOID CompletionContext;
} FUNCTION_LEVEL_DEVICE_RESET_PARAMETERS;

/* ns-wdm-_slist_header */
typedef union DECLSPEC_ALIGN(16) _SLIST_HEADER {
    struct {
        ULONGLONG Alignment;
        ULONGLONG Region;
    };
    struct {
        ULONGLONG Depth : 16;
        ULONGLONG Sequence : 48;
        ULONGLONG Reserved : 4;
        ULONGLONG NextEntry : 60;
    } HeaderX64;
} SLIST_HEADER;

/* ns-wdm-_general_lookaside */
struct DECLSPEC_ALIGN(64) _GENERAL_LOOKASIDE {
    union {
        SLIST_HEADER ListHead;
        SINGLE_LIST_ENTRY SingleListHead;
    };
    USHORT Depth;
    USHORT MaximumDepth;
    ULONG TotalAllocates;
    union {
        ULONG AllocateMisses;
        ULONG AllocateHits;
    };
    ULONG TotalFrees;
    union {
        ULONG FreeMisses;
        ULONG FreeHits;
    };
    POOL_TYPE Type;
    ULONG Tag;
    ULONG Size;
    union {
        PALLOCATE_FUNCTION_EX AllocateEx;
        PALLOCATE_FUNCTION Allocate;
    };
    union {
        PFREE_FUNCTION_EX FreeEx;
        PFREE_FUNCTION Free;
    };
    LIST_ENTRY ListEntry;
    ULONG LastTotalAllocates;
    union {
        ULONG LastAllocateMisses;
        ULONG LastAllocateHits;
    };
    ULONG Future[2];
};

/* ns-wdm-_general_lookaside_pool */
typedef struct _GENERAL_LOOKASIDE_POOL {
    union {
        SLIST_HEADER ListHead;
        SINGLE_LIST_ENTRY SingleListHead;
    };
    USHORT Depth;
    USHORT MaximumDepth;
    ULONG TotalAllocates;
    union {
        ULONG AllocateMisses;
        ULONG AllocateHits;
    };
    ULONG TotalFrees;
    union {
        ULONG FreeMisses;
        ULONG FreeHits;
    };
    POOL_TYPE Type;
    ULONG Tag;
    ULONG Size;
    union {
        PALLOCATE_FUNCTION_EX AllocateEx;
        PALLOCATE_FUNCTION Allocate;
    };
    union {
        PFREE_FUNCTION_EX FreeEx;
        PFREE_FUNCTION Free;
    };
    LIST_ENTRY ListEntry;
    ULONG LastTotalAllocates;
    union {
        ULONG LastAllocateMisses;
        ULONG LastAllocateHits;
    };
    ULONG Future[2];
} GENERAL_LOOKASIDE_POOL;

/* ns-wdm-_generic_mapping */
struct _GENERIC_MAPPING {
    ACCESS_MASK GenericRead;
    ACCESS_MASK GenericWrite;
    ACCESS_MASK GenericExecute;
    ACCESS_MASK GenericAll;
};

/* ns-wdm-_processor_group_info */
typedef struct _PROCESSOR_GROUP_INFO {
    UCHAR MaximumProcessorCount;
    UCHAR ActiveProcessorCount;
    UCHAR Reserved[38];
    KAFFINITY ActiveProcessorMask;
} PROCESSOR_GROUP_INFO;

/* ns-wdm-_group_relationship */
typedef struct _GROUP_RELATIONSHIP {
    USHORT MaximumGroupCount;
    USHORT ActiveGroupCount;
    UCHAR Reserved[20];
    PROCESSOR_GROUP_INFO GroupInfo[1];
} GROUP_RELATIONSHIP;

/* ns-wdm-_hwprofile_change_notification */
typedef struct _HWPROFILE_CHANGE_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
} HWPROFILE_CHANGE_NOTIFICATION;

/* ns-wdm-_image_policy_entry */
struct _IMAGE_POLICY_ENTRY {
    IMAGE_POLICY_ENTRY_TYPE Type;
    IMAGE_POLICY_ID PolicyId;
    union {
        const void *None;
        BOOLEAN BoolValue;
        INT8 Int8Value;
        UINT8 UInt8Value;
        INT16 Int16Value;
        UINT16 UInt16Value;
        INT32 Int32Value;
        UINT32 UInt32Value;
        INT64 Int64Value;
        UINT64 UInt64Value;
        PCSTR AnsiStringValue;
        PCWSTR UnicodeStringValue;
    } u;
};

/* ns-wdm-_image_policy_metadata */
struct _IMAGE_POLICY_METADATA {
    UCHAR Version;
    UCHAR Reserved0[7];
    ULONGLONG ApplicationId;
    IMAGE_POLICY_ENTRY Policies[];
};

/* ns-wdm-_interface */
typedef struct _INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
} INTERFACE;

/* ns-wdm-_io_attribution_information */
typedef struct _IO_ATTRIBUTION_INFORMATION {
    ULONG Version;
    union {
        struct {
            ULONG MajorCode : 8;
            ULONG IoStart : 1;
            ULONG QueueOnly : 1;
            ULONG IoFailed : 1;
            ULONG VirtualDevice : 1;
            ULONG Spare : 20;
        };
        ULONG AllFlags;
    } Flags;
    ULONG Length;
    ULONGLONG ServiceStartTime;
    ULONGLONG CurrentTime;
} IO_ATTRIBUTION_INFORMATION;

/* ns-wdm-_io_completion_context */
typedef struct _IO_COMPLETION_CONTEXT {
    PVOID Port;
    PVOID Key;
} IO_COMPLETION_CONTEXT;

typedef struct _KINTERRUPT *PKINTERRUPT;

/* ns-wdm-_io_connect_interrupt_fully_specified_parameters */
typedef struct _IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    PKINTERRUPT *InterruptObject;
    PKSERVICE_ROUTINE ServiceRoutine;
    PVOID ServiceContext;
    PKSPIN_LOCK SpinLock;
    KIRQL SynchronizeIrql;
    BOOLEAN FloatingSave;
    BOOLEAN ShareVector;
    ULONG Vector;
    KIRQL Irql;
    KINTERRUPT_MODE InterruptMode;
    KAFFINITY ProcessorEnableMask;
    USHORT Group;
} IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS;

/* ns-wdm-_io_connect_interrupt_line_based_parameters */
typedef struct _IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    PKINTERRUPT *InterruptObject;
    PKSERVICE_ROUTINE ServiceRoutine;
    PVOID ServiceContext;
    PKSPIN_LOCK SpinLock;
    KIRQL SynchronizeIrql;
    BOOLEAN FloatingSave;
} IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS;

/* ns-wdm-_io_connect_interrupt_message_based_parameters */
typedef struct _IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS {
    PDEVICE_OBJECT PhysicalDeviceObject;
    union {
        PVOID *Generic;
        PIO_INTERRUPT_MESSAGE_INFO *InterruptMessageTable;
        PKINTERRUPT *InterruptObject;
    } ConnectionContext;
    PKMESSAGE_SERVICE_ROUTINE MessageServiceRoutine;
    PVOID ServiceContext;
    PKSPIN_LOCK SpinLock;
    KIRQL SynchronizeIrql;
    BOOLEAN FloatingSave;
    PKSERVICE_ROUTINE FallBackServiceRoutine;
} IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS;

/* ns-wdm-_io_connect_interrupt_parameters */
typedef struct _IO_CONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    union {
        IO_CONNECT_INTERRUPT_FULLY_SPECIFIED_PARAMETERS FullySpecified;
        IO_CONNECT_INTERRUPT_LINE_BASED_PARAMETERS LineBased;
        IO_CONNECT_INTERRUPT_MESSAGE_BASED_PARAMETERS MessageBased;
    };
} IO_CONNECT_INTERRUPT_PARAMETERS;

/* ns-wdm-_io_csq */
typedef struct _IO_CSQ {
    ULONG Type;
    PIO_CSQ_INSERT_IRP CsqInsertIrp;
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp;
    PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp;
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock;
    PIO_CSQ_RELEASE_LOCK CsqReleaseLock;
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp;
    PVOID ReservePointer;
} IO_CSQ;

/* ns-wdm-_io_csq_irp_context */
typedef struct _IO_CSQ_IRP_CONTEXT {
    ULONG Type;
    PIRP Irp;
    PIO_CSQ Csq;
} IO_CSQ_IRP_CONTEXT;

/* ns-wdm-_io_disconnect_interrupt_parameters */
typedef struct _IO_DISCONNECT_INTERRUPT_PARAMETERS {
    ULONG Version;
    union {
        PVOID Generic;
        PKINTERRUPT InterruptObject;
        PIO_INTERRUPT_MESSAGE_INFO InterruptMessageTable;
    } ConnectionContext;
} IO_DISCONNECT_INTERRUPT_PARAMETERS;

/* ns-wdm-_io_error_log_packet */
typedef struct _IO_ERROR_LOG_PACKET {
    UCHAR MajorFunctionCode;
    UCHAR RetryCount;
    USHORT DumpDataSize;
    USHORT NumberOfStrings;
    USHORT StringOffset;
    USHORT EventCategory;
    NTSTATUS ErrorCode;
    ULONG UniqueErrorValue;
    NTSTATUS FinalStatus;
    ULONG SequenceNumber;
    ULONG IoControlCode;
    LARGE_INTEGER DeviceOffset;
    ULONG DumpData[1];
} IO_ERROR_LOG_PACKET;

/* ns-wdm-_io_error_log_message */
typedef struct _IO_ERROR_LOG_MESSAGE {
    USHORT Type;
    USHORT Size;
    USHORT DriverNameLength;
    LARGE_INTEGER TimeStamp;
    ULONG DriverNameOffset;
    IO_ERROR_LOG_PACKET EntryData;
} IO_ERROR_LOG_MESSAGE;

/* ns-wdm-_io_interrupt_message_info_entry */
typedef struct _IO_INTERRUPT_MESSAGE_INFO_ENTRY {
    PHYSICAL_ADDRESS MessageAddress;
    KAFFINITY TargetProcessorSet;
    PKINTERRUPT InterruptObject;
    ULONG MessageData;
    ULONG Vector;
    KIRQL Irql;
    KINTERRUPT_MODE Mode;
    KINTERRUPT_POLARITY Polarity;
} IO_INTERRUPT_MESSAGE_INFO_ENTRY;

/* ns-wdm-_io_interrupt_message_info */
typedef struct _IO_INTERRUPT_MESSAGE_INFO {
    KIRQL UnifiedIrql;
    ULONG MessageCount;
    IO_INTERRUPT_MESSAGE_INFO_ENTRY MessageInfo[1];
} IO_INTERRUPT_MESSAGE_INFO;

/* ns-wdm-_io_remove_lock_common_block */
typedef struct _IO_REMOVE_LOCK_COMMON_BLOCK {
    BOOLEAN Removed;
    BOOLEAN Reserved[3];
    LONG IoCount;
    KEVENT RemoveEvent;
} IO_REMOVE_LOCK_COMMON_BLOCK;

/* ns-wdm-_io_remove_lock */
typedef struct _IO_REMOVE_LOCK {
    IO_REMOVE_LOCK_COMMON_BLOCK Common;
} IO_REMOVE_LOCK;

/* ns-wdm-_io_remove_lock_dbg_block */
typedef struct _IO_REMOVE_LOCK_DBG_BLOCK {
    LONG Signature;
    ULONG HighWatermark;
    LONGLONG MaxLockedTicks;
    LONG AllocateTag;
    LIST_ENTRY LockList;
    KSPIN_LOCK Spin;
    LONG LowMemoryCount;
    ULONG Reserved1[4];
    PVOID Reserved2;
    PIO_REMOVE_LOCK_TRACKING_BLOCK Blocks;
} IO_REMOVE_LOCK_DBG_BLOCK;

/* ns-wdm-_io_report_interrupt_active_state_parameters */
typedef struct _IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS {
    ULONG Version;
    union {
        PVOID Generic;
        PKINTERRUPT InterruptObject;
        PIO_INTERRUPT_MESSAGE_INFO InterruptMessageTable;
    } ConnectionContext;
} IO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS;

/* ns-wdm-_io_resource_descriptor */
typedef struct _IO_RESOURCE_DESCRIPTOR {
    UCHAR Option;
    UCHAR Type;
    UCHAR ShareDisposition;
    UCHAR Spare1;
    USHORT Flags;
    USHORT Spare2;
    union {
        struct {
            ULONG Length;
            ULONG Alignment;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Port;
        struct {
            ULONG Length;
            ULONG Alignment;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory;
        struct {
            ULONG MinimumVector;
            ULONG MaximumVector;
            IRQ_DEVICE_POLICY AffinityPolicy;
            IRQ_PRIORITY PriorityPolicy;
            KAFFINITY TargetedProcessors;
        } Interrupt;
        struct {
            ULONG MinimumChannel;
            ULONG MaximumChannel;
        } Dma;
        struct {
            ULONG RequestLine;
            ULONG Reserved;
            ULONG Channel;
            ULONG TransferWidth;
        } DmaV3;
        struct {
            ULONG Length;
            ULONG Alignment;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Generic;
        struct {
            ULONG Data[3];
        } DevicePrivate;
        struct {
            ULONG Length;
            ULONG MinBusNumber;
            ULONG MaxBusNumber;
            ULONG Reserved;
        } BusNumber;
        struct {
            ULONG Priority;
            ULONG Reserved1;
            ULONG Reserved2;
        } ConfigData;
        struct {
            ULONG Length40;
            ULONG Alignment40;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory40;
        struct {
            ULONG Length48;
            ULONG Alignment48;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory48;
        struct {
            ULONG Length64;
            ULONG Alignment64;
            PHYSICAL_ADDRESS MinimumAddress;
            PHYSICAL_ADDRESS MaximumAddress;
        } Memory64;
        struct {
            UCHAR Class;
            UCHAR Type;
            UCHAR Reserved1;
            UCHAR Reserved2;
            ULONG IdLowPart;
            ULONG IdHighPart;
        } Connection;
    } u;
} IO_RESOURCE_DESCRIPTOR;

/* ns-wdm-_io_resource_list */
typedef struct _IO_RESOURCE_LIST {
    USHORT Version;
    USHORT Revision;
    ULONG Count;
    IO_RESOURCE_DESCRIPTOR Descriptors[1];
} IO_RESOURCE_LIST;

/* ns-wdm-_io_resource_requirements_list */
typedef struct _IO_RESOURCE_REQUIREMENTS_LIST {
    ULONG ListSize;
    INTERFACE_TYPE InterfaceType;
    ULONG BusNumber;
    ULONG SlotNumber;
    ULONG Reserved[3];
    ULONG AlternativeLists;
    IO_RESOURCE_LIST List[1];
} IO_RESOURCE_REQUIREMENTS_LIST;

/* ns-wdm-_io_security_context */
typedef struct _IO_SECURITY_CONTEXT {
    PSECURITY_QUALITY_OF_SERVICE SecurityQos;
    PACCESS_STATE AccessState;
    ACCESS_MASK DesiredAccess;
    ULONG FullCreateOptions;
} IO_SECURITY_CONTEXT;

/* ns-wdm-_io_session_connect_info */
typedef struct _IO_SESSION_CONNECT_INFO {
    ULONG SessionId;
    BOOLEAN LocalSession;
} IO_SESSION_CONNECT_INFO;

/* ns-wdm-_io_session_state_information */
typedef struct _IO_SESSION_STATE_INFORMATION {
    ULONG SessionId;
    IO_SESSION_STATE SessionState;
    BOOLEAN LocalSession;
} IO_SESSION_STATE_INFORMATION;

/* ns-wdm-_io_session_state_notification */
typedef struct _IO_SESSION_STATE_NOTIFICATION {
    ULONG Size;
    ULONG Flags;
    PVOID IoObject;
    ULONG EventMask;
    PVOID Context;
} IO_SESSION_STATE_NOTIFICATION;

/* ns-wdm-_system_power_state_context */
typedef struct _SYSTEM_POWER_STATE_CONTEXT {
    union {
        struct {
            ULONG Reserved1 : 8;
            ULONG TargetSystemState : 4;
            ULONG EffectiveSystemState : 4;
            ULONG CurrentSystemState : 4;
            ULONG IgnoreHibernationPath : 1;
            ULONG PseudoTransition : 1;
            ULONG KernelSoftReboot : 1;
            ULONG Reserved2 : 9;
        };
        ULONG ContextAsUlong;
    };
} SYSTEM_POWER_STATE_CONTEXT;

/* ns-wdm-_power_state */
union _POWER_STATE {
    SYSTEM_POWER_STATE SystemState;
    DEVICE_POWER_STATE DeviceState;
};

/* ns-wdm-_io_stack_location */
typedef struct _IO_STACK_LOCATION {
    UCHAR MajorFunction;
    UCHAR MinorFunction;
    UCHAR Flags;
    UCHAR Control;
    union {
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            POINTER_ALIGNMENT USHORT FileAttributes;
            USHORT ShareAccess;
            POINTER_ALIGNMENT ULONG EaLength;
        } Create;
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            POINTER_ALIGNMENT USHORT Reserved;
            USHORT ShareAccess;
            PNAMED_PIPE_CREATE_PARAMETERS Parameters;
        } CreatePipe;
        struct {
            PIO_SECURITY_CONTEXT SecurityContext;
            ULONG Options;
            POINTER_ALIGNMENT USHORT Reserved;
            USHORT ShareAccess;
            PMAILSLOT_CREATE_PARAMETERS Parameters;
        } CreateMailslot;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT ULONG Key;
            LARGE_INTEGER ByteOffset;
        } Read;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT ULONG Key;
            LARGE_INTEGER ByteOffset;
        } Write;
        struct {
            ULONG Length;
            PUNICODE_STRING FileName;
            FILE_INFORMATION_CLASS FileInformationClass;
            POINTER_ALIGNMENT ULONG FileIndex;
        } QueryDirectory;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT ULONG CompletionFilter;
        } NotifyDirectory;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT ULONG CompletionFilter;
            POINTER_ALIGNMENT DIRECTORY_NOTIFY_INFORMATION_CLASS DirectoryNotifyInformationClass;
        } NotifyDirectoryEx;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT FILE_INFORMATION_CLASS FileInformationClass;
        } QueryFile;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT FILE_INFORMATION_CLASS FileInformationClass;
            PFILE_OBJECT FileObject;
            union {
                struct {
                    BOOLEAN ReplaceIfExists;
                    BOOLEAN AdvanceOnly;
                };
                ULONG ClusterCount;
                HANDLE DeleteHandle;
            };
        } SetFile;
        struct {
            ULONG Length;
            PVOID EaList;
            ULONG EaListLength;
            POINTER_ALIGNMENT ULONG EaIndex;
        } QueryEa;
        struct {
            ULONG Length;
        } SetEa;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT FS_INFORMATION_CLASS FsInformationClass;
        } QueryVolume;
        struct {
            ULONG Length;
            POINTER_ALIGNMENT FS_INFORMATION_CLASS FsInformationClass;
        } SetVolume;
        struct {
            ULONG OutputBufferLength;
            POINTER_ALIGNMENT ULONG InputBufferLength;
            POINTER_ALIGNMENT ULONG FsControlCode;
            PVOID Type3InputBuffer;
        } FileSystemControl;
        struct {
            PLARGE_INTEGER Length;
            ULONG Key;
            LARGE_INTEGER ByteOffset;
        } LockControl;
        struct {
            ULONG OutputBufferLength;
            POINTER_ALIGNMENT ULONG InputBufferLength;
            POINTER_ALIGNMENT ULONG IoControlCode;
            PVOID Type3InputBuffer;
        } DeviceIoControl;
        struct {
            SECURITY_INFORMATION SecurityInformation;
            POINTER_ALIGNMENT ULONG Length;
        } QuerySecurity;
        struct {
            SECURITY_INFORMATION SecurityInformation;
            PSECURITY_DESCRIPTOR SecurityDescriptor;
        } SetSecurity;
        struct {
            PVPB Vpb;
            PDEVICE_OBJECT DeviceObject;
        } MountVolume;
        struct {
            PVPB Vpb;
            PDEVICE_OBJECT DeviceObject;
        } VerifyVolume;
        struct {
            struct _SCSI_REQUEST_BLOCK *Srb;
        } Scsi;
        struct {
            ULONG Length;
            PSID StartSid;
            PFILE_GET_QUOTA_INFORMATION SidList;
            ULONG SidListLength;
        } QueryQuota;
        struct {
            ULONG Length;
        } SetQuota;
        struct {
            DEVICE_RELATION_TYPE Type;
        } QueryDeviceRelations;
        struct {
            const GUID *InterfaceType;
            USHORT Size;
            USHORT Version;
            PINTERFACE Interface;
            PVOID InterfaceSpecificData;
        } QueryInterface;
        struct {
            PDEVICE_CAPABILITIES Capabilities;
        } DeviceCapabilities;
        struct {
            PIO_RESOURCE_REQUIREMENTS_LIST IoResourceRequirementList;
        } FilterResourceRequirements;
        struct {
            ULONG WhichSpace;
            PVOID Buffer;
            ULONG Offset;
            POINTER_ALIGNMENT ULONG Length;
        } ReadWriteConfig;
        struct {
            BOOLEAN Lock;
        } SetLock;
        struct {
            BUS_QUERY_ID_TYPE IdType;
        } QueryId;
        struct {
            DEVICE_TEXT_TYPE DeviceTextType;
            POINTER_ALIGNMENT LCID LocaleId;
        } QueryDeviceText;
        struct {
            BOOLEAN InPath;
            BOOLEAN Reserved[3];
            POINTER_ALIGNMENT DEVICE_USAGE_NOTIFICATION_TYPE Type;
        } UsageNotification;
        struct {
            SYSTEM_POWER_STATE PowerState;
        } WaitWake;
        struct {
            PPOWER_SEQUENCE PowerSequence;
        } PowerSequence;
        struct {
            union {
                ULONG SystemContext;
                SYSTEM_POWER_STATE_CONTEXT SystemPowerStateContext;
            };
            POINTER_ALIGNMENT POWER_STATE_TYPE Type;
            POINTER_ALIGNMENT POWER_STATE State;
            POINTER_ALIGNMENT POWER_ACTION ShutdownType;
        } Power;
        struct {
            PCM_RESOURCE_LIST AllocatedResources;
            PCM_RESOURCE_LIST AllocatedResourcesTranslated;
        } StartDevice;
        struct {
            ULONG_PTR ProviderId;
            PVOID DataPath;
            ULONG BufferSize;
            PVOID Buffer;
        } WMI;
        struct {
            PVOID Argument1;
            PVOID Argument2;
            PVOID Argument3;
            PVOID Argument4;
        } Others;
    } Parameters;
    PDEVICE_OBJECT DeviceObject;
    PFILE_OBJECT FileObject;
    PIO_COMPLETION_ROUTINE CompletionRoutine;
    PVOID Context;
} IO_STACK_LOCATION;

/* ns-wdm-_io_status_block */
typedef struct _IO_STATUS_BLOCK {
    union {
        NTSTATUS Status;
        PVOID Pointer;
    };
    ULONG_PTR Information;
} IO_STATUS_BLOCK;

/* ns-wdm-_io_status_block32 */
typedef struct _IO_STATUS_BLOCK32 {
    NTSTATUS Status;
    ULONG Information;
} IO_STATUS_BLOCK32;

typedef struct _ETHREAD *PETHREAD;

/* ns-wdm-_kapc */
typedef struct _KAPC {
    UCHAR Type;
    UCHAR SpareByte0;
    UCHAR Size;
    UCHAR SpareByte1;
    ULONG SpareLong0;
    struct _KTHREAD *Thread;
    LIST_ENTRY ApcListEntry;
    PVOID Reserved[3];
    PVOID NormalContext;
    PVOID SystemArgument1;
    PVOID SystemArgument2;
    CCHAR ApcStateIndex;
    KPROCESSOR_MODE ApcMode;
    BOOLEAN Inserted;
} KAPC;

/* ns-wdm-_irp */
struct DECLSPEC_ALIGN(16) _IRP {
    CSHORT Type;
    USHORT Size;
    PMDL MdlAddress;
    ULONG Flags;
    union {
        struct _IRP *MasterIrp;
        LONG IrpCount;
        PVOID SystemBuffer;
    } AssociatedIrp;
    LIST_ENTRY ThreadListEntry;
    IO_STATUS_BLOCK IoStatus;
    KPROCESSOR_MODE RequestorMode;
    BOOLEAN PendingReturned;
    CHAR StackCount;
    CHAR CurrentLocation;
    BOOLEAN Cancel;
    KIRQL CancelIrql;
    CCHAR ApcEnvironment;
    UCHAR AllocationFlags;
    PIO_STATUS_BLOCK UserIosb;
    PKEVENT UserEvent;
    union {
        struct {
            union {
                PIO_APC_ROUTINE UserApcRoutine;
                PVOID IssuingProcess;
            };
            PVOID UserApcContext;
        } AsynchronousParameters;
        LARGE_INTEGER AllocationSize;
    } Overlay;
    PDRIVER_CANCEL CancelRoutine;
    PVOID UserBuffer;
    union {
        struct {
            union {
                KDEVICE_QUEUE_ENTRY DeviceQueueEntry;
                struct {
                    PVOID DriverContext[4];
                };
            };
            PETHREAD Thread;
            PCHAR AuxiliaryBuffer;
            struct {
                LIST_ENTRY ListEntry;
                union {
                    struct _IO_STACK_LOCATION *CurrentStackLocation;
                    ULONG PacketType;
                };
            };
            PFILE_OBJECT OriginalFileObject;
        } Overlay;
        KAPC Apc;
        PVOID CompletionKey;
    } Tail;
};

/* ns-wdm-_kbugcheck_add_pages */
typedef struct _KBUGCHECK_ADD_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_ADD_PAGES;

/* ns-wdm-_kbugcheck_callback_record */
typedef struct _KBUGCHECK_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine;
    PVOID Buffer;
    ULONG Length;
    PUCHAR Component;
    ULONG_PTR Checksum;
    UCHAR State;
} KBUGCHECK_CALLBACK_RECORD;

/* ns-wdm-_kbugcheck_dump_io */
typedef struct _KBUGCHECK_DUMP_IO {
    ULONG64 Offset;
    PVOID Buffer;
    ULONG BufferLength;
    KBUGCHECK_DUMP_IO_TYPE Type;
} KBUGCHECK_DUMP_IO;

/* ns-wdm-_kbugcheck_reason_callback_record */
typedef struct _KBUGCHECK_REASON_CALLBACK_RECORD {
    LIST_ENTRY Entry;
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine;
    PUCHAR Component;
    ULONG_PTR Checksum;
    KBUGCHECK_CALLBACK_REASON Reason;
    UCHAR State;
} KBUGCHECK_REASON_CALLBACK_RECORD;

/* ns-wdm-_kbugcheck_remove_pages */
typedef struct _KBUGCHECK_REMOVE_PAGES {
    PVOID Context;
    ULONG Flags;
    ULONG BugCheckCode;
    ULONG_PTR Address;
    ULONG_PTR Count;
} KBUGCHECK_REMOVE_PAGES;

/* ns-wdm-_kbugcheck_secondary_dump_data */
typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
} KBUGCHECK_SECONDARY_DUMP_DATA;

/* ns-wdm-_kbugcheck_secondary_dump_data_ex */
typedef struct _KBUGCHECK_SECONDARY_DUMP_DATA_EX {
    PVOID InBuffer;
    ULONG InBufferLength;
    ULONG MaximumAllowed;
    GUID Guid;
    PVOID OutBuffer;
    ULONG OutBufferLength;
    PVOID Context;
    ULONG Flags;
    ULONG DumpType;
    ULONG BugCheckCode;
    ULONG_PTR BugCheckParameter1;
    ULONG_PTR BugCheckParameter2;
    ULONG_PTR BugCheckParameter3;
    ULONG_PTR BugCheckParameter4;
} KBUGCHECK_SECONDARY_DUMP_DATA_EX;

/* ns-wdm-_kdpc_watchdog_information */
typedef struct _KDPC_WATCHDOG_INFORMATION {
    ULONG DpcTimeLimit;
    ULONG DpcTimeCount;
    ULONG DpcWatchdogLimit;
    ULONG DpcWatchdogCount;
    ULONG Reserved;
} KDPC_WATCHDOG_INFORMATION;

/* ns-wdm-_key_basic_information */
typedef struct _KEY_BASIC_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_BASIC_INFORMATION;

/* ns-wdm-_key_control_flags_information */
typedef struct _KEY_CONTROL_FLAGS_INFORMATION {
    ULONG ControlFlags;
} KEY_CONTROL_FLAGS_INFORMATION;

/* ns-wdm-_key_full_information */
typedef struct _KEY_FULL_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG ClassOffset;
    ULONG ClassLength;
    ULONG SubKeys;
    ULONG MaxNameLen;
    ULONG MaxClassLen;
    ULONG Values;
    ULONG MaxValueNameLen;
    ULONG MaxValueDataLen;
    WCHAR Class[1];
} KEY_FULL_INFORMATION;

/* ns-wdm-_key_node_information */
typedef struct _KEY_NODE_INFORMATION {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex;
    ULONG ClassOffset;
    ULONG ClassLength;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_NODE_INFORMATION;

/* ns-wdm-_key_set_virtualization_information */
typedef struct _KEY_SET_VIRTUALIZATION_INFORMATION {
    ULONG VirtualTarget : 1;
    ULONG VirtualStore : 1;
    ULONG VirtualSource : 1;
    ULONG Reserved : 29;
} KEY_SET_VIRTUALIZATION_INFORMATION;

/* ns-wdm-_key_trust_information */
typedef struct _KEY_TRUST_INFORMATION {
    ULONG TrustedKey : 1;
    ULONG Reserved : 31;
} KEY_TRUST_INFORMATION;

/* ns-wdm-_key_value_basic_information */
typedef struct _KEY_VALUE_BASIC_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_VALUE_BASIC_INFORMATION;

/* ns-wdm-_key_value_entry */
typedef struct _KEY_VALUE_ENTRY {
    PUNICODE_STRING ValueName;
    ULONG DataLength;
    ULONG DataOffset;
    ULONG Type;
} KEY_VALUE_ENTRY;

/* ns-wdm-_key_value_full_information */
typedef struct _KEY_VALUE_FULL_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG DataOffset;
    ULONG DataLength;
    ULONG NameLength;
    WCHAR Name[1];
} KEY_VALUE_FULL_INFORMATION;

/* ns-wdm-_key_value_layer_information */
typedef struct _KEY_VALUE_LAYER_INFORMATION {
    ULONG IsTombstone : 1;
    ULONG Reserved : 31;
} KEY_VALUE_LAYER_INFORMATION;

/* ns-wdm-_key_value_partial_information */
typedef struct _KEY_VALUE_PARTIAL_INFORMATION {
    ULONG TitleIndex;
    ULONG Type;
    ULONG DataLength;
    UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION;

/* ns-wdm-_key_value_partial_information_align64 */
typedef struct _KEY_VALUE_PARTIAL_INFORMATION_ALIGN64 {
    ULONG Type;
    ULONG DataLength;
    UCHAR Data[1];
} KEY_VALUE_PARTIAL_INFORMATION_ALIGN64;

/* ns-wdm-_key_wow64_flags_information */
typedef struct _KEY_WOW64_FLAGS_INFORMATION {
    ULONG UserFlags;
} KEY_WOW64_FLAGS_INFORMATION;

/* ns-wdm-_key_write_time_information */
typedef struct _KEY_WRITE_TIME_INFORMATION {
    LARGE_INTEGER LastWriteTime;
} KEY_WRITE_TIME_INFORMATION;

/* ns-wdm-_ke_processor_change_notify_context */
typedef struct _KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT {
    KE_PROCESSOR_CHANGE_NOTIFY_STATE State;
    ULONG NtNumber;
    NTSTATUS Status;
    PROCESSOR_NUMBER ProcNumber;
} KE_PROCESSOR_CHANGE_NOTIFY_CONTEXT;

/* ns-wdm-_kfloating_save */
typedef struct _KFLOATING_SAVE {
    ULONG Dummy;
} KFLOATING_SAVE;

/* ns-wdm-_kgate */
typedef struct _KGATE {
    DISPATCHER_HEADER Header;
} KGATE;

/* ns-wdm-_kspin_lock_queue */
typedef struct _KSPIN_LOCK_QUEUE {
    struct _KSPIN_LOCK_QUEUE *volatile Next;
    volatile PKSPIN_LOCK Lock;
} KSPIN_LOCK_QUEUE;

/* ns-wdm-_klock_queue_handle */
typedef struct _KLOCK_QUEUE_HANDLE {
    KSPIN_LOCK_QUEUE LockQueue;
    KIRQL OldIrql;
} KLOCK_QUEUE_HANDLE;

/* ns-wdm-_kmutant */
typedef struct _KMUTANT {
    DISPATCHER_HEADER Header;
    LIST_ENTRY MutantListEntry;
    struct _KTHREAD *OwnerThread;
    BOOLEAN Abandoned;
    UCHAR ApcDisable;
} KMUTANT, KMUTEX;

/* ns-wdm-_ksemaphore */
typedef struct _KSEMAPHORE {
    DISPATCHER_HEADER Header;
    LONG Limit;
} KSEMAPHORE;

/* ns-wdm-_ksystem_time */
typedef struct _KSYSTEM_TIME {
    ULONG LowPart;
    LONG High1Time;
    LONG High2Time;
} KSYSTEM_TIME;

/* ns-wdm-_ktimer */
typedef struct _KTIMER {
    DISPATCHER_HEADER Header;
    ULARGE_INTEGER DueTime;
    LIST_ENTRY TimerListEntry;
    struct _KDPC *Dpc;
    ULONG Processor;
    ULONG Period;
} KTIMER;

/* ns-wdm-_ktmobject_cursor */
typedef struct _KTMOBJECT_CURSOR {
    GUID LastQuery;
    ULONG ObjectIdCount;
    GUID ObjectIds[1];
} KTMOBJECT_CURSOR;

/* ns-wdm-_kwait_block */
typedef struct _KWAIT_BLOCK {
    LIST_ENTRY WaitListEntry;
    UCHAR WaitType;
    volatile UCHAR BlockState;
    USHORT WaitKey;
    LONG SpareLong;
    union {
        struct _KTHREAD *Thread;
        struct _KQUEUE *NotificationQueue;
    };
    PVOID Object;
    PVOID SparePtr;
} KWAIT_BLOCK;

/* ns-wdm-_kwait_chain */
typedef struct _KWAIT_CHAIN {
    PVOID Head;
} KWAIT_CHAIN;

/* ns-wdm-_legacy_bus_information */
typedef struct _LEGACY_BUS_INFORMATION {
    GUID BusTypeGuid;
    INTERFACE_TYPE LegacyBusType;
    ULONG BusNumber;
} LEGACY_BUS_INFORMATION;

/* ns-wdm-_link_share_access */
typedef struct _LINK_SHARE_ACCESS {
    ULONG OpenCount;
    ULONG Deleters;
    ULONG SharedDelete;
} LINK_SHARE_ACCESS;

/* ns-wdm-_lookaside_list_ex */
typedef struct _LOOKASIDE_LIST_EX {
    GENERAL_LOOKASIDE_POOL L;
} LOOKASIDE_LIST_EX;

/* ns-wdm-_m128a */
typedef struct DECLSPEC_ALIGN(16) _M128A {
    ULONGLONG Low;
    LONGLONG High;
} M128A;

/* ns-wdm-_mailslot_create_parameters */
typedef struct _MAILSLOT_CREATE_PARAMETERS {
    ULONG MailslotQuota;
    ULONG MaximumMessageSize;
    LARGE_INTEGER ReadTimeout;
    BOOLEAN TimeoutSpecified;
} MAILSLOT_CREATE_PARAMETERS;

/* ns-wdm-_mdl */
struct _MDL {
    struct _MDL *Next;
    CSHORT Size;
    CSHORT MdlFlags;
    struct _EPROCESS *Process;
    PVOID MappedSystemVa;
    PVOID StartVa;
    ULONG ByteCount;
    ULONG ByteOffset;
};

/* ns-wdm-_mm_physical_address_list */
typedef struct _MM_PHYSICAL_ADDRESS_LIST {
    PHYSICAL_ADDRESS PhysicalAddress;
    SIZE_T NumberOfBytes;
} MM_PHYSICAL_ADDRESS_LIST;

/* ns-wdm-_named_pipe_create_parameters */
typedef struct _NAMED_PIPE_CREATE_PARAMETERS {
    ULONG NamedPipeType;
    ULONG ReadMode;
    ULONG CompletionMode;
    ULONG MaximumInstances;
    ULONG InboundQuota;
    ULONG OutboundQuota;
    LARGE_INTEGER DefaultTimeout;
    BOOLEAN TimeoutSpecified;
} NAMED_PIPE_CREATE_PARAMETERS;

/* ns-wdm-_npaged_lookaside_list */
typedef struct _NPAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
} NPAGED_LOOKASIDE_LIST;

/* ns-wdm-_numa_node_relationship */
typedef struct _NUMA_NODE_RELATIONSHIP {
    ULONG NodeNumber;
    UCHAR Reserved[20];
    GROUP_AFFINITY GroupMask;
} NUMA_NODE_RELATIONSHIP;

/* ns-wdm-_object_handle_information */
typedef struct _OBJECT_HANDLE_INFORMATION {
    ULONG HandleAttributes;
    ACCESS_MASK GrantedAccess;
} OBJECT_HANDLE_INFORMATION;

/* ns-wdm-_object_name_information */
typedef struct _OBJECT_NAME_INFORMATION {
    UNICODE_STRING Name;
} OBJECT_NAME_INFORMATION;

/* ns-wdm-_ob_callback_registration */
typedef struct _OB_CALLBACK_REGISTRATION {
    USHORT Version;
    USHORT OperationRegistrationCount;
    UNICODE_STRING Altitude;
    PVOID RegistrationContext;
    OB_OPERATION_REGISTRATION *OperationRegistration;
} OB_CALLBACK_REGISTRATION;

typedef struct _OBJECT_TYPE *POBJECT_TYPE;

/* ns-wdm-_ob_operation_registration */
struct _OB_OPERATION_REGISTRATION {
    POBJECT_TYPE *ObjectType;
    OB_OPERATION Operations;
    POB_PRE_OPERATION_CALLBACK PreOperation;
    POB_POST_OPERATION_CALLBACK PostOperation;
};

/* ns-wdm-_ob_post_create_handle_information */
typedef struct _OB_POST_CREATE_HANDLE_INFORMATION {
    ACCESS_MASK GrantedAccess;
} OB_POST_CREATE_HANDLE_INFORMATION;

/* ns-wdm-_ob_post_duplicate_handle_information */
typedef struct _OB_POST_DUPLICATE_HANDLE_INFORMATION {
    ACCESS_MASK GrantedAccess;
} OB_POST_DUPLICATE_HANDLE_INFORMATION;

/* ns-wdm-_ob_post_operation_information */
typedef struct _OB_POST_OPERATION_INFORMATION {
    OB_OPERATION Operation;
    union {
        ULONG Flags;
        struct {
            ULONG KernelHandle : 1;
            ULONG Reserved : 31;
        };
    };
    PVOID Object;
    POBJECT_TYPE ObjectType;
    PVOID CallContext;
    NTSTATUS ReturnStatus;
    POB_POST_OPERATION_PARAMETERS Parameters;
} OB_POST_OPERATION_INFORMATION;

/* ns-wdm-_ob_post_operation_parameters */
typedef union _OB_POST_OPERATION_PARAMETERS {
    OB_POST_CREATE_HANDLE_INFORMATION CreateHandleInformation;
    OB_POST_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_POST_OPERATION_PARAMETERS;

/* ns-wdm-_ob_pre_create_handle_information */
typedef struct _OB_PRE_CREATE_HANDLE_INFORMATION {
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK OriginalDesiredAccess;
} OB_PRE_CREATE_HANDLE_INFORMATION;

/* ns-wdm-_ob_pre_duplicate_handle_information */
typedef struct _OB_PRE_DUPLICATE_HANDLE_INFORMATION {
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK OriginalDesiredAccess;
    PVOID SourceProcess;
    PVOID TargetProcess;
} OB_PRE_DUPLICATE_HANDLE_INFORMATION;

/* ns-wdm-_ob_pre_operation_information */
typedef struct _OB_PRE_OPERATION_INFORMATION {
    OB_OPERATION Operation;
    union {
        ULONG Flags;
        struct {
            ULONG KernelHandle : 1;
            ULONG Reserved : 31;
        };
    };
    PVOID Object;
    POBJECT_TYPE ObjectType;
    PVOID CallContext;
    POB_PRE_OPERATION_PARAMETERS Parameters;
} OB_PRE_OPERATION_INFORMATION;

/* ns-wdm-_ob_pre_operation_parameters */
typedef union _OB_PRE_OPERATION_PARAMETERS {
    OB_PRE_CREATE_HANDLE_INFORMATION CreateHandleInformation;
    OB_PRE_DUPLICATE_HANDLE_INFORMATION DuplicateHandleInformation;
} OB_PRE_OPERATION_PARAMETERS;

/* ns-wdm-_osversioninfoa */
typedef struct _OSVERSIONINFOA {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    CHAR szCSDVersion[128];
} OSVERSIONINFOA, OSVERSIONINFO;

/* ns-wdm-_osversioninfoexa */
typedef struct _OSVERSIONINFOEXA {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    CHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXA, OSVERSIONINFOEX;

/* ns-wdm-_osversioninfoexw */
typedef struct _OSVERSIONINFOEXW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
    USHORT wServicePackMajor;
    USHORT wServicePackMinor;
    USHORT wSuiteMask;
    UCHAR wProductType;
    UCHAR wReserved;
} OSVERSIONINFOEXW, RTL_OSVERSIONINFOEXW;

/* ns-wdm-_osversioninfow */
typedef struct _OSVERSIONINFOW {
    ULONG dwOSVersionInfoSize;
    ULONG dwMajorVersion;
    ULONG dwMinorVersion;
    ULONG dwBuildNumber;
    ULONG dwPlatformId;
    WCHAR szCSDVersion[128];
} OSVERSIONINFOW, RTL_OSVERSIONINFOW;

/* ns-wdm-_paged_lookaside_list */
typedef struct _PAGED_LOOKASIDE_LIST {
    GENERAL_LOOKASIDE L;
} PAGED_LOOKASIDE_LIST;

/* ns-wdm-_pci_header_type_0 */
typedef struct _PCI_HEADER_TYPE_0 {
    ULONG BaseAddresses[6];
    ULONG CIS;
    USHORT SubVendorID;
    USHORT SubSystemID;
    ULONG ROMBaseAddress;
    UCHAR CapabilitiesPtr;
    UCHAR Reserved1[3];
    ULONG Reserved2;
    UCHAR InterruptLine;
    UCHAR InterruptPin;
    UCHAR MinimumGrant;
    UCHAR MaximumLatency;
} _PCI_HEADER_TYPE_0;

/* ns-wdm-_pci_header_type_1 */
typedef struct _PCI_HEADER_TYPE_1 {
    ULONG BaseAddresses[2];
    UCHAR PrimaryBus;
    UCHAR SecondaryBus;
    UCHAR SubordinateBus;
    UCHAR SecondaryLatency;
    UCHAR IOBase;
    UCHAR IOLimit;
    USHORT SecondaryStatus;
    USHORT MemoryBase;
    USHORT MemoryLimit;
    USHORT PrefetchBase;
    USHORT PrefetchLimit;
    ULONG PrefetchBaseUpper32;
    ULONG PrefetchLimitUpper32;
    USHORT IOBaseUpper16;
    USHORT IOLimitUpper16;
    UCHAR CapabilitiesPtr;
    UCHAR Reserved1[3];
    ULONG ROMBaseAddress;
    UCHAR InterruptLine;
    UCHAR InterruptPin;
    USHORT BridgeControl;
} _PCI_HEADER_TYPE_1;

/* ns-wdm-_pci_header_type_2 */
typedef struct _PCI_HEADER_TYPE_2 {
    ULONG SocketRegistersBaseAddress;
    UCHAR CapabilitiesPtr;
    UCHAR Reserved;
    USHORT SecondaryStatus;
    UCHAR PrimaryBus;
    UCHAR SecondaryBus;
    UCHAR SubordinateBus;
    UCHAR SecondaryLatency;
    struct {
        ULONG Base;
        ULONG Limit;
    } Range[4];
    UCHAR InterruptLine;
    UCHAR InterruptPin;
    USHORT BridgeControl;
} _PCI_HEADER_TYPE_2;

/* ns-wdm-_pci_common_config */
typedef struct _PCI_COMMON_CONFIG {
    struct {
        USHORT VendorID;
        USHORT DeviceID;
        USHORT Command;
        USHORT Status;
        UCHAR RevisionID;
        UCHAR ProgIf;
        UCHAR SubClass;
        UCHAR BaseClass;
        UCHAR CacheLineSize;
        UCHAR LatencyTimer;
        UCHAR HeaderType;
        UCHAR BIST;
        union {
            struct _PCI_HEADER_TYPE_0 type0;
            struct _PCI_HEADER_TYPE_1 type1;
            struct _PCI_HEADER_TYPE_2 type2;
        } u;
    };
    UCHAR DeviceSpecific[192];
} PCI_COMMON_CONFIG;

/* ns-wdm-_pci_common_header */
typedef struct _PCI_COMMON_HEADER {
    USHORT VendorID;
    USHORT DeviceID;
    USHORT Command;
    USHORT Status;
    UCHAR RevisionID;
    UCHAR ProgIf;
    UCHAR SubClass;
    UCHAR BaseClass;
    UCHAR CacheLineSize;
    UCHAR LatencyTimer;
    UCHAR HeaderType;
    UCHAR BIST;
    union {
        struct _PCI_HEADER_TYPE_0 type0;
        struct _PCI_HEADER_TYPE_1 type1;
        struct _PCI_HEADER_TYPE_2 type2;
    } u;
} PCI_COMMON_HEADER;

/* ns-wdm-_pci_device_presence_parameters */
typedef struct _PCI_DEVICE_PRESENCE_PARAMETERS {
    ULONG Size;
    ULONG Flags;
    USHORT VendorID;
    USHORT DeviceID;
    UCHAR RevisionID;
    USHORT SubVendorID;
    USHORT SubSystemID;
    UCHAR BaseClass;
    UCHAR SubClass;
    UCHAR ProgIf;
} PCI_DEVICE_PRESENCE_PARAMETERS;

/* ns-wdm-_pci_device_present_interface */
typedef struct _PCI_DEVICE_PRESENT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_IS_DEVICE_PRESENT IsDevicePresent;
    PPCI_IS_DEVICE_PRESENT_EX IsDevicePresentEx;
} PCI_DEVICE_PRESENT_INTERFACE;

/* ns-wdm-_pci_express_enhanced_capability_header */
typedef struct _PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER {
    USHORT CapabilityID;
    USHORT Version : 4;
    USHORT Next : 12;
} PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER;

/* ns-wdm-_pci_express_acs_capability_register */
typedef union _PCI_EXPRESS_ACS_CAPABILITY_REGISTER {
    struct {
        USHORT SourceValidation : 1;
        USHORT TranslationBlocking : 1;
        USHORT RequestRedirect : 1;
        USHORT CompletionRedirect : 1;
        USHORT UpstreamForwarding : 1;
        USHORT EgressControl : 1;
        USHORT DirectTranslation : 1;
        USHORT Reserved : 1;
        USHORT EgressControlVectorSize : 8;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_ACS_CAPABILITY_REGISTER;

/* ns-wdm-_pci_express_acs_control */
typedef union _PCI_EXPRESS_ACS_CONTROL {
    struct {
        USHORT SourceValidation : 1;
        USHORT TranslationBlocking : 1;
        USHORT RequestRedirect : 1;
        USHORT CompletionRedirect : 1;
        USHORT UpstreamForwarding : 1;
        USHORT EgressControl : 1;
        USHORT DirectTranslation : 1;
        USHORT Reserved : 9;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_ACS_CONTROL;

/* ns-wdm-_pci_express_acs_capability */
typedef struct _PCI_EXPRESS_ACS_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_ACS_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_ACS_CONTROL Control;
    ULONG EgressControl[1];
} PCI_EXPRESS_ACS_CAPABILITY;

/* ns-wdm-_pci_express_aer_capabilities */
typedef union _PCI_EXPRESS_AER_CAPABILITIES {
    struct {
        ULONG FirstErrorPointer : 5;
        ULONG ECRCGenerationCapable : 1;
        ULONG ECRCGenerationEnable : 1;
        ULONG ECRCCheckCapable : 1;
        ULONG ECRCCheckEnable : 1;
        ULONG MultipleHeaderRecordingCapable : 1;
        ULONG MultipleHeaderRecordingEnable : 1;
        ULONG TlpPrefixLogPresent : 1;
        ULONG Reserved : 20;
    };
    ULONG AsULONG;
} PCI_EXPRESS_AER_CAPABILITIES;

/* ns-wdm-_pci_express_uncorrectable_error_status */
typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS {
    struct {
        ULONG Undefined : 1;
        ULONG Reserved1 : 3;
        ULONG DataLinkProtocolError : 1;
        ULONG SurpriseDownError : 1;
        ULONG Reserved2 : 6;
        ULONG PoisonedTLP : 1;
        ULONG FlowControlProtocolError : 1;
        ULONG CompletionTimeout : 1;
        ULONG CompleterAbort : 1;
        ULONG UnexpectedCompletion : 1;
        ULONG ReceiverOverflow : 1;
        ULONG MalformedTLP : 1;
        ULONG ECRCError : 1;
        ULONG UnsupportedRequestError : 1;
        ULONG AcsViolation : 1;
        ULONG UncorrectableInternalError : 1;
        ULONG MCBlockedTlp : 1;
        ULONG AtomicOpEgressBlocked : 1;
        ULONG TlpPrefixBlocked : 1;
        ULONG Reserved3 : 6;
    };
    ULONG AsULONG;
} PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS;

/* ns-wdm-_pci_express_uncorrectable_error_mask */
typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK {
    struct {
        ULONG Undefined : 1;
        ULONG Reserved1 : 3;
        ULONG DataLinkProtocolError : 1;
        ULONG SurpriseDownError : 1;
        ULONG Reserved2 : 6;
        ULONG PoisonedTLP : 1;
        ULONG FlowControlProtocolError : 1;
        ULONG CompletionTimeout : 1;
        ULONG CompleterAbort : 1;
        ULONG UnexpectedCompletion : 1;
        ULONG ReceiverOverflow : 1;
        ULONG MalformedTLP : 1;
        ULONG ECRCError : 1;
        ULONG UnsupportedRequestError : 1;
        ULONG AcsViolation : 1;
        ULONG UncorrectableInternalError : 1;
        ULONG MCBlockedTlp : 1;
        ULONG AtomicOpEgressBlocked : 1;
        ULONG TlpPrefixBlocked : 1;
        ULONG Reserved3 : 6;
    };
    ULONG AsULONG;
} PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK;

/* ns-wdm-_pci_express_uncorrectable_error_severity */
typedef union _PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY {
    struct {
        ULONG Undefined : 1;
        ULONG Reserved1 : 3;
        ULONG DataLinkProtocolError : 1;
        ULONG SurpriseDownError : 1;
        ULONG Reserved2 : 6;
        ULONG PoisonedTLP : 1;
        ULONG FlowControlProtocolError : 1;
        ULONG CompletionTimeout : 1;
        ULONG CompleterAbort : 1;
        ULONG UnexpectedCompletion : 1;
        ULONG ReceiverOverflow : 1;
        ULONG MalformedTLP : 1;
        ULONG ECRCError : 1;
        ULONG UnsupportedRequestError : 1;
        ULONG AcsViolation : 1;
        ULONG UncorrectableInternalError : 1;
        ULONG MCBlockedTlp : 1;
        ULONG AtomicOpEgressBlocked : 1;
        ULONG TlpPrefixBlocked : 1;
        ULONG Reserved3 : 6;
    };
    ULONG AsULONG;
} PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY;

/* ns-wdm-_pci_express_correctable_error_status */
typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_STATUS {
    struct {
        ULONG ReceiverError : 1;
        ULONG Reserved1 : 5;
        ULONG BadTLP : 1;
        ULONG BadDLLP : 1;
        ULONG ReplayNumRollover : 1;
        ULONG Reserved2 : 3;
        ULONG ReplayTimerTimeout : 1;
        ULONG AdvisoryNonFatalError : 1;
        ULONG CorrectedInternalError : 1;
        ULONG HeaderLogOverflow : 1;
        ULONG Reserved3 : 16;
    };
    ULONG AsULONG;
} PCI_EXPRESS_CORRECTABLE_ERROR_STATUS;

/* ns-wdm-_pci_express_correctable_error_mask */
typedef union _PCI_EXPRESS_CORRECTABLE_ERROR_MASK {
    struct {
        ULONG ReceiverError : 1;
        ULONG Reserved1 : 5;
        ULONG BadTLP : 1;
        ULONG BadDLLP : 1;
        ULONG ReplayNumRollover : 1;
        ULONG Reserved2 : 3;
        ULONG ReplayTimerTimeout : 1;
        ULONG AdvisoryNonFatalError : 1;
        ULONG CorrectedInternalError : 1;
        ULONG HeaderLogOverflow : 1;
        ULONG Reserved3 : 16;
    };
    ULONG AsULONG;
} PCI_EXPRESS_CORRECTABLE_ERROR_MASK;

/* ns-wdm-_pci_express_sec_uncorrectable_error_status */
typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS {
    struct {
        ULONG TargetAbortOnSplitCompletion : 1;
        ULONG MasterAbortOnSplitCompletion : 1;
        ULONG ReceivedTargetAbort : 1;
        ULONG ReceivedMasterAbort : 1;
        ULONG RsvdZ : 1;
        ULONG UnexpectedSplitCompletionError : 1;
        ULONG UncorrectableSplitCompletion : 1;
        ULONG UncorrectableDataError : 1;
        ULONG UncorrectableAttributeError : 1;
        ULONG UncorrectableAddressError : 1;
        ULONG DelayedTransactionDiscardTimerExpired : 1;
        ULONG PERRAsserted : 1;
        ULONG SERRAsserted : 1;
        ULONG InternalBridgeError : 1;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS;

/* ns-wdm-_pci_express_sec_uncorrectable_error_mask */
typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK {
    struct {
        ULONG TargetAbortOnSplitCompletion : 1;
        ULONG MasterAbortOnSplitCompletion : 1;
        ULONG ReceivedTargetAbort : 1;
        ULONG ReceivedMasterAbort : 1;
        ULONG RsvdZ : 1;
        ULONG UnexpectedSplitCompletionError : 1;
        ULONG UncorrectableSplitCompletion : 1;
        ULONG UncorrectableDataError : 1;
        ULONG UncorrectableAttributeError : 1;
        ULONG UncorrectableAddressError : 1;
        ULONG DelayedTransactionDiscardTimerExpired : 1;
        ULONG PERRAsserted : 1;
        ULONG SERRAsserted : 1;
        ULONG InternalBridgeError : 1;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK;

/* ns-wdm-_pci_express_sec_uncorrectable_error_severity */
typedef union _PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY {
    struct {
        ULONG TargetAbortOnSplitCompletion : 1;
        ULONG MasterAbortOnSplitCompletion : 1;
        ULONG ReceivedTargetAbort : 1;
        ULONG ReceivedMasterAbort : 1;
        ULONG RsvdZ : 1;
        ULONG UnexpectedSplitCompletionError : 1;
        ULONG UncorrectableSplitCompletion : 1;
        ULONG UncorrectableDataError : 1;
        ULONG UncorrectableAttributeError : 1;
        ULONG UncorrectableAddressError : 1;
        ULONG DelayedTransactionDiscardTimerExpired : 1;
        ULONG PERRAsserted : 1;
        ULONG SERRAsserted : 1;
        ULONG InternalBridgeError : 1;
        ULONG Reserved : 18;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY;

/* ns-wdm-_pci_express_sec_aer_capabilities */
typedef union _PCI_EXPRESS_SEC_AER_CAPABILITIES {
    struct {
        ULONG SecondaryUncorrectableFirstErrorPtr : 5;
        ULONG Reserved : 27;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SEC_AER_CAPABILITIES;

/* ns-wdm-_pci_express_aer_capability */
typedef struct _PCI_EXPRESS_AER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS UncorrectableErrorStatus;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK UncorrectableErrorMask;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY UncorrectableErrorSeverity;
    PCI_EXPRESS_CORRECTABLE_ERROR_STATUS CorrectableErrorStatus;
    PCI_EXPRESS_CORRECTABLE_ERROR_MASK CorrectableErrorMask;
    PCI_EXPRESS_AER_CAPABILITIES CapabilitiesAndControl;
    ULONG HeaderLog[4];
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS SecUncorrectableErrorStatus;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK SecUncorrectableErrorMask;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY SecUncorrectableErrorSeverity;
    PCI_EXPRESS_SEC_AER_CAPABILITIES SecCapabilitiesAndControl;
    ULONG SecHeaderLog[4];
} PCI_EXPRESS_AER_CAPABILITY;

/* ns-wdm-_pci_express_ari_capability_register */
typedef struct _PCI_EXPRESS_ARI_CAPABILITY_REGISTER {
    USHORT MfvcFunctionGroupsCapability : 1;
    USHORT AcsFunctionGroupsCapability : 1;
    USHORT Reserved : 6;
    USHORT NextFunctionNumber : 8;
} PCI_EXPRESS_ARI_CAPABILITY_REGISTER;

/* ns-wdm-_pci_express_ari_control_register */
typedef struct _PCI_EXPRESS_ARI_CONTROL_REGISTER {
    USHORT MfvcFunctionGroupsEnable : 1;
    USHORT AcsFunctionGroupsEnable : 1;
    USHORT Reserved1 : 2;
    USHORT FunctionGroup : 3;
    USHORT Reserved2 : 9;
} PCI_EXPRESS_ARI_CONTROL_REGISTER;

/* ns-wdm-_pci_express_ari_capability */
typedef struct _PCI_EXPRESS_ARI_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_ARI_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_ARI_CONTROL_REGISTER Control;
} PCI_EXPRESS_ARI_CAPABILITY;

/* ns-wdm-_pci_express_ats_capability_register */
typedef struct _PCI_EXPRESS_ATS_CAPABILITY_REGISTER {
    USHORT InvalidateQueueDepth : 5;
    USHORT PageAlignedRequest : 1;
    USHORT GlobalInvalidateSupported : 1;
    USHORT Reserved : 9;
} PCI_EXPRESS_ATS_CAPABILITY_REGISTER;

/* ns-wdm-_pci_express_ats_control_register */
typedef struct _PCI_EXPRESS_ATS_CONTROL_REGISTER {
    USHORT SmallestTransactionUnit : 5;
    USHORT Reserved : 10;
    USHORT Enable : 1;
} PCI_EXPRESS_ATS_CONTROL_REGISTER;

/* ns-wdm-_pci_express_ats_capability */
typedef struct _PCI_EXPRESS_ATS_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_ATS_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_ATS_CONTROL_REGISTER Control;
} PCI_EXPRESS_ATS_CAPABILITY;

/* ns-wdm-_pci_express_bridge_aer_capability */
typedef struct _PCI_EXPRESS_BRIDGE_AER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS UncorrectableErrorStatus;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK UncorrectableErrorMask;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY UncorrectableErrorSeverity;
    PCI_EXPRESS_CORRECTABLE_ERROR_STATUS CorrectableErrorStatus;
    PCI_EXPRESS_CORRECTABLE_ERROR_MASK CorrectableErrorMask;
    PCI_EXPRESS_AER_CAPABILITIES CapabilitiesAndControl;
    ULONG HeaderLog[4];
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_STATUS SecUncorrectableErrorStatus;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_MASK SecUncorrectableErrorMask;
    PCI_EXPRESS_SEC_UNCORRECTABLE_ERROR_SEVERITY SecUncorrectableErrorSeverity;
    PCI_EXPRESS_SEC_AER_CAPABILITIES SecCapabilitiesAndControl;
    ULONG SecHeaderLog[4];
} PCI_EXPRESS_BRIDGE_AER_CAPABILITY;

/* ns-wdm-_pci_express_error_source_id */
typedef union _PCI_EXPRESS_ERROR_SOURCE_ID {
    struct {
        USHORT CorrectableSourceIdFun : 3;
        USHORT CorrectableSourceIdDev : 5;
        USHORT CorrectableSourceIdBus : 8;
        USHORT UncorrectableSourceIdFun : 3;
        USHORT UncorrectableSourceIdDev : 5;
        USHORT UncorrectableSourceIdBus : 8;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ERROR_SOURCE_ID;

/* ns-wdm-_pci_express_link_quiescent_interface */
typedef struct _PCI_EXPRESS_LINK_QUIESCENT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_EXPRESS_ENTER_LINK_QUIESCENT_MODE PciExpressEnterLinkQuiescentMode;
    PPCI_EXPRESS_EXIT_LINK_QUIESCENT_MODE PciExpressExitLinkQuiescentMode;
} PCI_EXPRESS_LINK_QUIESCENT_INTERFACE;

/* ns-wdm-_pci_express_pasid_capability_register */
typedef union _PCI_EXPRESS_PASID_CAPABILITY_REGISTER {
    struct {
        USHORT Rsvd : 1;
        USHORT ExecutePermissionSupported : 1;
        USHORT PrivilegedModeSupported : 1;
        USHORT Rsvd2 : 5;
        USHORT MaxPASIDWidth : 5;
        USHORT Rsvd3 : 3;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PASID_CAPABILITY_REGISTER;

/* ns-wdm-_pci_express_pasid_control_register */
typedef union _PCI_EXPRESS_PASID_CONTROL_REGISTER {
    struct {
        USHORT PASIDEnable : 1;
        USHORT ExecutePermissionEnable : 1;
        USHORT PrivilegedModeEnable : 1;
        USHORT Rsvd : 13;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PASID_CONTROL_REGISTER;

/* ns-wdm-_pci_express_pasid_capability */
typedef struct _PCI_EXPRESS_PASID_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_PASID_CAPABILITY_REGISTER Capability;
    PCI_EXPRESS_PASID_CONTROL_REGISTER Control;
} PCI_EXPRESS_PASID_CAPABILITY;

/* ns-wdm-_pci_express_pri_control_register */
typedef union _PCI_EXPRESS_PRI_CONTROL_REGISTER {
    struct {
        USHORT Enable : 1;
        USHORT Reset : 1;
        USHORT Rsvd : 14;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PRI_CONTROL_REGISTER;

/* ns-wdm-_pci_express_pri_status_register */
typedef union _PCI_EXPRESS_PRI_STATUS_REGISTER {
    struct {
        USHORT ResponseFailure : 1;
        USHORT UnexpectedPageRequestGroupIndex : 1;
        USHORT Rsvd : 6;
        USHORT Stopped : 1;
        USHORT Rsvd2 : 6;
        USHORT PrgResponsePasidRequired : 1;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_PRI_STATUS_REGISTER;

/* ns-wdm-_pci_express_pri_capability */
typedef struct _PCI_EXPRESS_PRI_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_PRI_CONTROL_REGISTER Control;
    PCI_EXPRESS_PRI_STATUS_REGISTER Status;
    ULONG PRCapacity;
    ULONG PRAllocation;
} PCI_EXPRESS_PRI_CAPABILITY;

/* ns-wdm-_pci_express_root_error_command */
typedef union _PCI_EXPRESS_ROOT_ERROR_COMMAND {
    struct {
        ULONG CorrectableErrorReportingEnable : 1;
        ULONG NonFatalErrorReportingEnable : 1;
        ULONG FatalErrorReportingEnable : 1;
        ULONG Reserved : 29;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ROOT_ERROR_COMMAND;

/* ns-wdm-_pci_express_root_error_status */
typedef union _PCI_EXPRESS_ROOT_ERROR_STATUS {
    struct {
        ULONG CorrectableErrorReceived : 1;
        ULONG MultipleCorrectableErrorsReceived : 1;
        ULONG UncorrectableErrorReceived : 1;
        ULONG MultipleUncorrectableErrorsReceived : 1;
        ULONG FirstUncorrectableFatal : 1;
        ULONG NonFatalErrorMessagesReceived : 1;
        ULONG FatalErrorMessagesReceived : 1;
        ULONG Reserved : 20;
        ULONG AdvancedErrorInterruptMessageNumber : 5;
    };
    ULONG AsULONG;
} PCI_EXPRESS_ROOT_ERROR_STATUS;

/* ns-wdm-_pci_express_rootport_aer_capability */
typedef struct _PCI_EXPRESS_ROOTPORT_AER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_STATUS UncorrectableErrorStatus;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_MASK UncorrectableErrorMask;
    PCI_EXPRESS_UNCORRECTABLE_ERROR_SEVERITY UncorrectableErrorSeverity;
    PCI_EXPRESS_CORRECTABLE_ERROR_STATUS CorrectableErrorStatus;
    PCI_EXPRESS_CORRECTABLE_ERROR_MASK CorrectableErrorMask;
    PCI_EXPRESS_AER_CAPABILITIES CapabilitiesAndControl;
    ULONG HeaderLog[4];
    PCI_EXPRESS_ROOT_ERROR_COMMAND RootErrorCommand;
    PCI_EXPRESS_ROOT_ERROR_STATUS RootErrorStatus;
    PCI_EXPRESS_ERROR_SOURCE_ID ErrorSourceId;
} PCI_EXPRESS_ROOTPORT_AER_CAPABILITY;

/* ns-wdm-_pci_express_root_port_interface */
typedef struct _PCI_EXPRESS_ROOT_PORT_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_EXPRESS_ROOT_PORT_READ_CONFIG_SPACE ReadConfigSpace;
    PPCI_EXPRESS_ROOT_PORT_WRITE_CONFIG_SPACE WriteConfigSpace;
} PCI_EXPRESS_ROOT_PORT_INTERFACE;

/* ns-wdm-_pci_express_serial_number_capability */
typedef struct _PCI_EXPRESS_SERIAL_NUMBER_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    ULONG LowSerialNumber;
    ULONG HighSerialNumber;
} PCI_EXPRESS_SERIAL_NUMBER_CAPABILITY;

/* ns-wdm-_pci_express_sriov_caps */
typedef union _PCI_EXPRESS_SRIOV_CAPS {
    struct {
        ULONG VFMigrationCapable : 1;
        ULONG Reserved1 : 20;
        ULONG VFMigrationInterruptNumber : 11;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SRIOV_CAPS;

/* ns-wdm-_pci_express_sriov_control */
typedef union _PCI_EXPRESS_SRIOV_CONTROL {
    struct {
        USHORT VFEnable : 1;
        USHORT VFMigrationEnable : 1;
        USHORT VFMigrationInterruptEnable : 1;
        USHORT VFMemorySpaceEnable : 1;
        USHORT ARICapableHierarchy : 1;
        USHORT Reserved1 : 11;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_SRIOV_CONTROL;

/* ns-wdm-_pci_express_sriov_status */
typedef union _PCI_EXPRESS_SRIOV_STATUS {
    struct {
        USHORT VFMigrationStatus : 1;
        USHORT Reserved1 : 15;
    };
    USHORT AsUSHORT;
} PCI_EXPRESS_SRIOV_STATUS;

/* ns-wdm-_pci_express_sriov_migration_state_array */
typedef union _PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY {
    struct {
        ULONG VFMigrationStateBIR : 3;
        ULONG VFMigrationStateOffset : 29;
    };
    ULONG AsULONG;
} PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY;

/* ns-wdm-_pci_express_sriov_capability */
typedef struct _PCI_EXPRESS_SRIOV_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    PCI_EXPRESS_SRIOV_CAPS SRIOVCapabilities;
    PCI_EXPRESS_SRIOV_CONTROL SRIOVControl;
    PCI_EXPRESS_SRIOV_STATUS SRIOVStatus;
    USHORT InitialVFs;
    USHORT TotalVFs;
    USHORT NumVFs;
    UCHAR FunctionDependencyLink;
    UCHAR RsvdP1;
    USHORT FirstVFOffset;
    USHORT VFStride;
    USHORT RsvdP2;
    USHORT VFDeviceId;
    ULONG SupportedPageSizes;
    ULONG SystemPageSize;
    ULONG BaseAddresses[6];
    PCI_EXPRESS_SRIOV_MIGRATION_STATE_ARRAY VFMigrationStateArrayOffset;
} PCI_EXPRESS_SRIOV_CAPABILITY;

/* ns-wdm-_pci_express_vendor_specific_capability */
typedef struct _PCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    USHORT VsecId;
    USHORT VsecRev : 4;
    USHORT VsecLength : 12;
} PCI_EXPRESS_VENDOR_SPECIFIC_CAPABILITY;

/* ns-wdm-_virtual_channel_capabilities1 */
typedef union _VIRTUAL_CHANNEL_CAPABILITIES1 {
    struct {
        ULONG ExtendedVCCount : 3;
        ULONG RsvdP1 : 1;
        ULONG LowPriorityExtendedVCCount : 3;
        ULONG RsvdP2 : 1;
        ULONG ReferenceClock : 2;
        ULONG PortArbitrationTableEntrySize : 2;
        ULONG RsvdP3 : 20;
    };
    ULONG AsULONG;
} VIRTUAL_CHANNEL_CAPABILITIES1;

/* ns-wdm-_virtual_channel_capabilities2 */
typedef union _VIRTUAL_CHANNEL_CAPABILITIES2 {
    struct {
        ULONG VCArbitrationCapability : 8;
        ULONG RsvdP : 16;
        ULONG VCArbitrationTableOffset : 8;
    };
    ULONG AsULONG;
} VIRTUAL_CHANNEL_CAPABILITIES2;

/* ns-wdm-_virtual_channel_control */
typedef union _VIRTUAL_CHANNEL_CONTROL {
    struct {
        USHORT LoadVCArbitrationTable : 1;
        USHORT VCArbitrationSelect : 3;
        USHORT RsvdP : 12;
    };
    USHORT AsUSHORT;
} VIRTUAL_CHANNEL_CONTROL;

/* ns-wdm-_virtual_channel_status */
typedef union _VIRTUAL_CHANNEL_STATUS {
    struct {
        USHORT VCArbitrationTableStatus : 1;
        USHORT RsvdZ : 15;
    };
    USHORT AsUSHORT;
} VIRTUAL_CHANNEL_STATUS;

/* ns-wdm-_virtual_resource_capability */
typedef union _VIRTUAL_RESOURCE_CAPABILITY {
    struct {
        ULONG PortArbitrationCapability : 8;
        ULONG RsvdP1 : 6;
        ULONG Undefined : 1;
        ULONG RejectSnoopTransactions : 1;
        ULONG MaximumTimeSlots : 7;
        ULONG RsvdP2 : 1;
        ULONG PortArbitrationTableOffset : 8;
    };
    ULONG AsULONG;
} VIRTUAL_RESOURCE_CAPABILITY;

/* ns-wdm-_virtual_resource_control */
typedef union _VIRTUAL_RESOURCE_CONTROL {
    struct {
        ULONG TcVcMap : 8;
        ULONG RsvdP1 : 8;
        ULONG LoadPortArbitrationTable : 1;
        ULONG PortArbitrationSelect : 3;
        ULONG RsvdP2 : 4;
        ULONG VcID : 3;
        ULONG RsvdP3 : 4;
        ULONG VcEnable : 1;
    };
    ULONG AsULONG;
} VIRTUAL_RESOURCE_CONTROL;

/* ns-wdm-_virtual_resource_status */
typedef union _VIRTUAL_RESOURCE_STATUS {
    struct {
        USHORT PortArbitrationTableStatus : 1;
        USHORT VcNegotiationPending : 1;
        USHORT RsvdZ : 14;
    };
    USHORT AsUSHORT;
} VIRTUAL_RESOURCE_STATUS;

/* ns-wdm-_virtual_resource */
typedef struct _VIRTUAL_RESOURCE {
    VIRTUAL_RESOURCE_CAPABILITY Capability;
    VIRTUAL_RESOURCE_CONTROL Control;
    USHORT RsvdP;
    VIRTUAL_RESOURCE_STATUS Status;
} VIRTUAL_RESOURCE;

/* ns-wdm-_pci_express_virtual_channel_capability */
typedef struct _PCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY {
    PCI_EXPRESS_ENHANCED_CAPABILITY_HEADER Header;
    VIRTUAL_CHANNEL_CAPABILITIES1 Capabilities1;
    VIRTUAL_CHANNEL_CAPABILITIES2 Capabilities2;
    VIRTUAL_CHANNEL_CONTROL Control;
    VIRTUAL_CHANNEL_STATUS Status;
    VIRTUAL_RESOURCE Resource[8];
} PCI_EXPRESS_VIRTUAL_CHANNEL_CAPABILITY;

/* ns-wdm-_pci_msix_table_config_interface */
typedef struct _PCI_MSIX_TABLE_CONFIG_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_MSIX_SET_ENTRY SetTableEntry;
    PPCI_MSIX_MASKUNMASK_ENTRY MaskTableEntry;
    PPCI_MSIX_MASKUNMASK_ENTRY UnmaskTableEntry;
    PPCI_MSIX_GET_ENTRY GetTableEntry;
    PPCI_MSIX_GET_TABLE_SIZE GetTableSize;
} PCI_MSIX_TABLE_CONFIG_INTERFACE;

/* ns-wdm-_pm_support */
typedef struct _PM_SUPPORT {
    UCHAR Rsvd2 : 1;
    UCHAR D1 : 1;
    UCHAR D2 : 1;
    UCHAR PMED0 : 1;
    UCHAR PMED1 : 1;
    UCHAR PMED2 : 1;
    UCHAR PMED3Hot : 1;
    UCHAR PMED3Cold : 1;
} _PM_SUPPORT;

/* ns-wdm-_pci_pmc */
typedef struct _PCI_PMC {
    UCHAR Version : 3;
    UCHAR PMEClock : 1;
    UCHAR Rsvd1 : 1;
    UCHAR DeviceSpecificInitialization : 1;
    UCHAR Rsvd2 : 2;
    struct _PM_SUPPORT Support;
} PCI_PMC;

/* ns-wdm-_pci_pmcsr */
typedef struct _PCI_PMCSR {
    USHORT PowerState : 2;
    USHORT Rsvd1 : 1;
    USHORT NoSoftReset : 1;
    USHORT Rsvd2 : 4;
    USHORT PMEEnable : 1;
    USHORT DataSelect : 4;
    USHORT DataScale : 2;
    USHORT PMEStatus : 1;
} PCI_PMCSR;

/* ns-wdm-_pci_pmcsr_bse */
typedef struct _PCI_PMCSR_BSE {
    UCHAR Rsvd1 : 6;
    UCHAR D3HotSupportsStopClock : 1;
    UCHAR BusPowerClockControlEnabled : 1;
} PCI_PMCSR_BSE;

/* ns-wdm-_pci_pm_capability */
typedef struct _PCI_PM_CAPABILITY {
    PCI_CAPABILITIES_HEADER Header;
    union {
        PCI_PMC Capabilities;
        USHORT AsUSHORT;
    } PMC;
    union {
        PCI_PMCSR ControlStatus;
        USHORT AsUSHORT;
    } PMCSR;
    union {
        PCI_PMCSR_BSE BridgeSupport;
        UCHAR AsUCHAR;
    } PMCSR_BSE;
    UCHAR Data;
} PCI_PM_CAPABILITY;

/* ns-wdm-_pci_security_interface */
typedef struct _PCI_SECURITY_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PPCI_SET_ACS SetAccessControlServices;
} PCI_SECURITY_INTERFACE;

/* ns-wdm-_pci_slot_number */
typedef struct _PCI_SLOT_NUMBER {
    union {
        struct {
            ULONG DeviceNumber : 5;
            ULONG FunctionNumber : 3;
            ULONG Reserved : 24;
        } bits;
        ULONG AsULONG;
    } u;
} PCI_SLOT_NUMBER;

/* ns-wdm-_pci_virtualization_interface */
typedef struct _PCI_VIRTUALIZATION_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PSET_VIRTUAL_DEVICE_DATA SetVirtualFunctionData;
    PGET_VIRTUAL_DEVICE_DATA GetVirtualFunctionData;
    PGET_VIRTUAL_DEVICE_LOCATION GetLocation;
    PGET_VIRTUAL_DEVICE_RESOURCES GetResources;
    PENABLE_VIRTUALIZATION EnableVirtualization;
    PGET_VIRTUAL_FUNCTION_PROBED_BARS GetVirtualFunctionProbedBars;
} PCI_VIRTUALIZATION_INTERFACE;

/* ns-wdm-_pcw_counter_information */
typedef struct _PCW_COUNTER_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
} PCW_COUNTER_INFORMATION;

/* ns-wdm-_pcw_mask_information */
typedef struct _PCW_MASK_INFORMATION {
    ULONG64 CounterMask;
    PCUNICODE_STRING InstanceMask;
    ULONG InstanceId;
    BOOLEAN CollectMultiple;
    PPCW_BUFFER Buffer;
    PKEVENT CancelEvent;
} PCW_MASK_INFORMATION;

/* ns-wdm-_pcw_callback_information */
typedef union _PCW_CALLBACK_INFORMATION {
    PCW_COUNTER_INFORMATION AddCounter;
    PCW_COUNTER_INFORMATION RemoveCounter;
    PCW_MASK_INFORMATION EnumerateInstances;
    PCW_MASK_INFORMATION CollectData;
} PCW_CALLBACK_INFORMATION;

/* ns-wdm-_pcw_counter_descriptor */
typedef struct _PCW_COUNTER_DESCRIPTOR {
    USHORT Id;
    USHORT StructIndex;
    USHORT Offset;
    USHORT Size;
} PCW_COUNTER_DESCRIPTOR;

/* ns-wdm-_pcw_data */
typedef struct _PCW_DATA {
    const void *Data;
    ULONG Size;
} PCW_DATA;

/* ns-wdm-_pcw_registration_information */
typedef struct _PCW_REGISTRATION_INFORMATION {
    ULONG Version;
    PCUNICODE_STRING Name;
    ULONG CounterCount;
    PPCW_COUNTER_DESCRIPTOR Counters;
    PPCW_CALLBACK Callback;
    PVOID CallbackContext;
} PCW_REGISTRATION_INFORMATION;

/* ns-wdm-_plugplay_notification_header */
typedef struct _PLUGPLAY_NOTIFICATION_HEADER {
    USHORT Version;
    USHORT Size;
    GUID Event;
} PLUGPLAY_NOTIFICATION_HEADER;

/* ns-wdm-_pnp_bus_information */
typedef struct _PNP_BUS_INFORMATION {
    GUID BusTypeGuid;
    INTERFACE_TYPE LegacyBusType;
    ULONG BusNumber;
} PNP_BUS_INFORMATION;

/* ns-wdm-_pnp_extended_address_interface */
typedef struct _PNP_EXTENDED_ADDRESS_INTERFACE {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PQUERYEXTENDEDADDRESS QueryExtendedAddress;
} PNP_EXTENDED_ADDRESS_INTERFACE;

/* ns-wdm-_pnp_replace_driver_interface */
typedef struct _PNP_REPLACE_DRIVER_INTERFACE {
    ULONG Size;
    ULONG Version;
    ULONG Flags;
    PREPLACE_UNLOAD Unload;
    PREPLACE_BEGIN BeginReplace;
    PREPLACE_END EndReplace;
    PREPLACE_MIRROR_PHYSICAL_MEMORY MirrorPhysicalMemory;
    PREPLACE_SET_PROCESSOR_ID SetProcessorId;
    PREPLACE_SWAP Swap;
    PREPLACE_INITIATE_HARDWARE_MIRROR InitiateHardwareMirror;
    PREPLACE_MIRROR_PLATFORM_MEMORY MirrorPlatformMemory;
    PREPLACE_GET_MEMORY_DESTINATION GetMemoryDestination;
    PREPLACE_ENABLE_DISABLE_HARDWARE_QUIESCE EnableDisableHardwareQuiesce;
} PNP_REPLACE_DRIVER_INTERFACE;

/* ns-wdm-_pnp_replace_memory_list */
typedef struct _PNP_REPLACE_MEMORY_LIST {
    ULONG AllocatedCount;
    ULONG Count;
    ULONGLONG TotalLength;
    struct {
        PHYSICAL_ADDRESS Address;
        ULONGLONG Length;
    } Ranges[1];
} PNP_REPLACE_MEMORY_LIST;

/* ns-wdm-_pnp_replace_parameters */
typedef struct _PNP_REPLACE_PARAMETERS {
    ULONG Size;
    ULONG Version;
    ULONG64 Target;
    ULONG64 Spare;
    PPNP_REPLACE_PROCESSOR_LIST TargetProcessors;
    PPNP_REPLACE_PROCESSOR_LIST SpareProcessors;
    PPNP_REPLACE_MEMORY_LIST TargetMemory;
    PPNP_REPLACE_MEMORY_LIST SpareMemory;
    PREPLACE_MAP_MEMORY MapMemory;
} PNP_REPLACE_PARAMETERS;

/* ns-wdm-_pnp_replace_processor_list */
typedef struct _PNP_REPLACE_PROCESSOR_LIST {
    PKAFFINITY Affinity;
    ULONG GroupCount;
    ULONG AllocatedCount;
    ULONG Count;
    ULONG ApicIds[1];
} PNP_REPLACE_PROCESSOR_LIST;

/* ns-wdm-_pnp_replace_processor_list_v1 */
typedef struct _PNP_REPLACE_PROCESSOR_LIST_V1 {
    KAFFINITY AffinityMask;
    ULONG AllocatedCount;
    ULONG Count;
    ULONG ApicIds[1];
} PNP_REPLACE_PROCESSOR_LIST_V1;

/* ns-wdm-pohandle__ */
typedef struct POHANDLE__ {
    int unused;
} POHANDLE__;

/* ns-wdm-_power_idle_resiliency */
typedef struct _POWER_IDLE_RESILIENCY {
    ULONG CoalescingTimeout;
    ULONG IdleResiliencyPeriod;
} POWER_IDLE_RESILIENCY;

/* ns-wdm-_power_monitor_invocation */
typedef struct _POWER_MONITOR_INVOCATION {
    BOOLEAN Console;
    POWER_MONITOR_REQUEST_REASON RequestReason;
} POWER_MONITOR_INVOCATION;

/* ns-wdm-_power_platform_information */
typedef struct _POWER_PLATFORM_INFORMATION {
    BOOLEAN AoAc;
} POWER_PLATFORM_INFORMATION;

/* ns-wdm-_power_sequence */
typedef struct _POWER_SEQUENCE {
    ULONG SequenceD1;
    ULONG SequenceD2;
    ULONG SequenceD3;
} POWER_SEQUENCE;

/* ns-wdm-_power_session_connect */
typedef struct _POWER_SESSION_CONNECT {
    BOOLEAN Connected;
    BOOLEAN Console;
} POWER_SESSION_CONNECT;

/* ns-wdm-_power_session_rit_state */
typedef struct _POWER_SESSION_RIT_STATE {
    BOOLEAN Active;
    ULONG LastInputTime;
} POWER_SESSION_RIT_STATE;

/* ns-wdm-_power_session_timeouts */
typedef struct _POWER_SESSION_TIMEOUTS {
    ULONG InputTimeout;
    ULONG DisplayTimeout;
} POWER_SESSION_TIMEOUTS;

/* ns-wdm-_power_session_winlogon */
typedef struct _POWER_SESSION_WINLOGON {
    ULONG SessionId;
    BOOLEAN Console;
    BOOLEAN Locked;
} POWER_SESSION_WINLOGON;

/* ns-wdm-_power_user_presence */
typedef struct _POWER_USER_PRESENCE {
    POWER_USER_PRESENCE_TYPE UserPresence;
} POWER_USER_PRESENCE;

/* ns-wdm-_po_fx_component_idle_state */
typedef struct _PO_FX_COMPONENT_IDLE_STATE {
    ULONGLONG TransitionLatency;
    ULONGLONG ResidencyRequirement;
    ULONG NominalPower;
} PO_FX_COMPONENT_IDLE_STATE;

/* ns-wdm-_po_fx_component_perf_set */
typedef struct _PO_FX_COMPONENT_PERF_SET {
    UNICODE_STRING Name;
    ULONGLONG Flags;
    PO_FX_PERF_STATE_UNIT Unit;
    PO_FX_PERF_STATE_TYPE Type;
    union {
        struct {
            ULONG Count;
            PPO_FX_PERF_STATE States;
        } Discrete;
        struct {
            ULONGLONG Minimum;
            ULONGLONG Maximum;
        } Range;
    };
} PO_FX_COMPONENT_PERF_SET;

/* ns-wdm-_po_fx_component_perf_info */
typedef struct _PO_FX_COMPONENT_PERF_INFO {
    ULONG PerfStateSetsCount;
    PO_FX_COMPONENT_PERF_SET PerfStateSets[1];
} PO_FX_COMPONENT_PERF_INFO;

/* ns-wdm-_po_fx_component_v1 */
struct _PO_FX_COMPONENT_V1 {
    GUID Id;
    ULONG IdleStateCount;
    ULONG DeepestWakeableIdleState;
    PPO_FX_COMPONENT_IDLE_STATE IdleStates;
};

/* ns-wdm-_po_fx_component_v2 */
typedef struct _PO_FX_COMPONENT_V2 {
    GUID Id;
    ULONGLONG Flags;
    ULONG DeepestWakeableIdleState;
    ULONG IdleStateCount;
    PPO_FX_COMPONENT_IDLE_STATE IdleStates;
    ULONG ProviderCount;
    PULONG Providers;
} PO_FX_COMPONENT_V2;

/* ns-wdm-_po_fx_device_v1 */
struct _PO_FX_DEVICE_V1 {
    ULONG Version;
    ULONG ComponentCount;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID DeviceContext;
    PO_FX_COMPONENT_V1 Components[1];
};

/* ns-wdm-_po_fx_device_v2 */
typedef struct _PO_FX_DEVICE_V2 {
    ULONG Version;
    ULONGLONG Flags;
    PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
    PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
    PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
    PPO_FX_DEVICE_POWER_REQUIRED_CALLBACK DevicePowerRequiredCallback;
    PPO_FX_DEVICE_POWER_NOT_REQUIRED_CALLBACK DevicePowerNotRequiredCallback;
    PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback;
    PVOID DeviceContext;
    ULONG ComponentCount;
    PO_FX_COMPONENT_V2 Components[1];
} PO_FX_DEVICE_V2;

/* ns-wdm-_po_fx_perf_state */
typedef struct _PO_FX_PERF_STATE {
    ULONGLONG Value;
    PVOID Context;
} PO_FX_PERF_STATE;

/* ns-wdm-_po_fx_perf_state_change */
typedef struct _PO_FX_PERF_STATE_CHANGE {
    ULONG Set;
    union {
        ULONG StateIndex;
        ULONGLONG StateValue;
    };
} PO_FX_PERF_STATE_CHANGE;

/* ns-wdm-_processor_relationship */
typedef struct _PROCESSOR_RELATIONSHIP {
    UCHAR Flags;
    UCHAR EfficiencyClass;
    UCHAR Reserved[20];
    USHORT GroupCount;
    GROUP_AFFINITY GroupMask[1];
} PROCESSOR_RELATIONSHIP;

/* ns-wdm-_reenumerate_self_interface_standard */
typedef struct _REENUMERATE_SELF_INTERFACE_STANDARD {
    USHORT Size;
    USHORT Version;
    PVOID Context;
    PINTERFACE_REFERENCE InterfaceReference;
    PINTERFACE_DEREFERENCE InterfaceDereference;
    PREENUMERATE_SELF SurpriseRemoveAndReenumerateSelf;
} REENUMERATE_SELF_INTERFACE_STANDARD;

/* ns-wdm-_reg_callback_context_cleanup_information */
typedef struct _REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION {
    PVOID Object;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_CALLBACK_CONTEXT_CLEANUP_INFORMATION;

/* ns-wdm-_reg_create_key_information */
typedef struct _REG_CREATE_KEY_INFORMATION {
    PUNICODE_STRING CompleteName;
    PVOID RootObject;
    PVOID ObjectType;
    ULONG CreateOptions;
    PUNICODE_STRING Class;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK GrantedAccess;
    PULONG Disposition;
    PVOID *ResultObject;
    PVOID CallContext;
    PVOID RootObjectContext;
    PVOID Transaction;
    PVOID Reserved;
} REG_CREATE_KEY_INFORMATION, REG_OPEN_KEY_INFORMATION;

/* ns-wdm-_reg_create_key_information_v1 */
typedef struct _REG_CREATE_KEY_INFORMATION_V1 {
    PUNICODE_STRING CompleteName;
    PVOID RootObject;
    PVOID ObjectType;
    ULONG Options;
    PUNICODE_STRING Class;
    PVOID SecurityDescriptor;
    PVOID SecurityQualityOfService;
    ACCESS_MASK DesiredAccess;
    ACCESS_MASK GrantedAccess;
    PULONG Disposition;
    PVOID *ResultObject;
    PVOID CallContext;
    PVOID RootObjectContext;
    PVOID Transaction;
    ULONG_PTR Version;
    PUNICODE_STRING RemainingName;
    ULONG Wow64Flags;
    ULONG Attributes;
    KPROCESSOR_MODE CheckAccessMode;
} REG_CREATE_KEY_INFORMATION_V1, REG_OPEN_KEY_INFORMATION_V1;

/* ns-wdm-_reg_delete_key_information */
typedef struct _REG_DELETE_KEY_INFORMATION {
    PVOID Object;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_DELETE_KEY_INFORMATION, REG_FLUSH_KEY_INFORMATION;

/* ns-wdm-_reg_delete_value_key_information */
typedef struct _REG_DELETE_VALUE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING ValueName;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_DELETE_VALUE_KEY_INFORMATION;

/* ns-wdm-_reg_enumerate_key_information */
typedef struct _REG_ENUMERATE_KEY_INFORMATION {
    PVOID Object;
    ULONG Index;
    KEY_INFORMATION_CLASS KeyInformationClass;
    PVOID KeyInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_ENUMERATE_KEY_INFORMATION;

/* ns-wdm-_reg_enumerate_value_key_information */
typedef struct _REG_ENUMERATE_VALUE_KEY_INFORMATION {
    PVOID Object;
    ULONG Index;
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass;
    PVOID KeyValueInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_ENUMERATE_VALUE_KEY_INFORMATION;

/* ns-wdm-_reg_key_handle_close_information */
typedef struct _REG_KEY_HANDLE_CLOSE_INFORMATION {
    PVOID Object;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_KEY_HANDLE_CLOSE_INFORMATION;

/* ns-wdm-_reg_load_key_information */
typedef struct _REG_LOAD_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING KeyName;
    PUNICODE_STRING SourceFile;
    ULONG Flags;
    PVOID TrustClassObject;
    PVOID UserEvent;
    ACCESS_MASK DesiredAccess;
    PHANDLE RootHandle;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_LOAD_KEY_INFORMATION;

/* ns-wdm-_reg_post_create_key_information */
typedef struct _REG_POST_CREATE_KEY_INFORMATION {
    PUNICODE_STRING CompleteName;
    PVOID Object;
    NTSTATUS Status;
} REG_POST_CREATE_KEY_INFORMATION, REG_POST_OPEN_KEY_INFORMATION;

/* ns-wdm-_reg_post_operation_information */
typedef struct _REG_POST_OPERATION_INFORMATION {
    PVOID Object;
    NTSTATUS Status;
    PVOID PreInformation;
    NTSTATUS ReturnStatus;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_POST_OPERATION_INFORMATION;

/* ns-wdm-_reg_pre_create_key_information */
typedef struct _REG_PRE_CREATE_KEY_INFORMATION {
    PUNICODE_STRING CompleteName;
} REG_PRE_CREATE_KEY_INFORMATION, REG_PRE_OPEN_KEY_INFORMATION;

/* ns-wdm-_reg_query_key_information */
typedef struct _REG_QUERY_KEY_INFORMATION {
    PVOID Object;
    KEY_INFORMATION_CLASS KeyInformationClass;
    PVOID KeyInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_KEY_INFORMATION;

/* ns-wdm-_reg_query_key_name */
typedef struct _REG_QUERY_KEY_NAME {
    PVOID Object;
    POBJECT_NAME_INFORMATION ObjectNameInfo;
    ULONG Length;
    PULONG ReturnLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_KEY_NAME;

/* ns-wdm-_reg_query_key_security_information */
typedef struct _REG_QUERY_KEY_SECURITY_INFORMATION {
    PVOID Object;
    PSECURITY_INFORMATION SecurityInformation;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PULONG Length;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_KEY_SECURITY_INFORMATION;

/* ns-wdm-_reg_query_multiple_value_key_information */
typedef struct _REG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION {
    PVOID Object;
    PKEY_VALUE_ENTRY ValueEntries;
    ULONG EntryCount;
    PVOID ValueBuffer;
    PULONG BufferLength;
    PULONG RequiredBufferLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_MULTIPLE_VALUE_KEY_INFORMATION;

/* ns-wdm-_reg_query_value_key_information */
typedef struct _REG_QUERY_VALUE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING ValueName;
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass;
    PVOID KeyValueInformation;
    ULONG Length;
    PULONG ResultLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_QUERY_VALUE_KEY_INFORMATION;

/* ns-wdm-_reg_rename_key_information */
typedef struct _REG_RENAME_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING NewName;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_RENAME_KEY_INFORMATION;

/* ns-wdm-_reg_replace_key_information */
typedef struct _REG_REPLACE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING OldFileName;
    PUNICODE_STRING NewFileName;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_REPLACE_KEY_INFORMATION;

/* ns-wdm-_reg_restore_key_information */
typedef struct _REG_RESTORE_KEY_INFORMATION {
    PVOID Object;
    HANDLE FileHandle;
    ULONG Flags;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_RESTORE_KEY_INFORMATION;

/* ns-wdm-_reg_save_key_information */
typedef struct _REG_SAVE_KEY_INFORMATION {
    PVOID Object;
    HANDLE FileHandle;
    ULONG Format;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SAVE_KEY_INFORMATION;

/* ns-wdm-_reg_set_information_key_information */
typedef struct _REG_SET_INFORMATION_KEY_INFORMATION {
    PVOID Object;
    KEY_SET_INFORMATION_CLASS KeySetInformationClass;
    PVOID KeySetInformation;
    ULONG KeySetInformationLength;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SET_INFORMATION_KEY_INFORMATION;

/* ns-wdm-_reg_set_key_security_information */
typedef struct _REG_SET_KEY_SECURITY_INFORMATION {
    PVOID Object;
    PSECURITY_INFORMATION SecurityInformation;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SET_KEY_SECURITY_INFORMATION;

/* ns-wdm-_reg_set_value_key_information */
typedef struct _REG_SET_VALUE_KEY_INFORMATION {
    PVOID Object;
    PUNICODE_STRING ValueName;
    ULONG TitleIndex;
    ULONG Type;
    PVOID Data;
    ULONG DataSize;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_SET_VALUE_KEY_INFORMATION;

/* ns-wdm-_reg_unload_key_information */
typedef struct _REG_UNLOAD_KEY_INFORMATION {
    PVOID Object;
    PVOID UserEvent;
    PVOID CallContext;
    PVOID ObjectContext;
    PVOID Reserved;
} REG_UNLOAD_KEY_INFORMATION;

/* ns-wdm-_resourcemanager_basic_information */
typedef struct _RESOURCEMANAGER_BASIC_INFORMATION {
    GUID ResourceManagerId;
    ULONG DescriptionLength;
    WCHAR Description[1];
} RESOURCEMANAGER_BASIC_INFORMATION;

/* ns-wdm-_resourcemanager_completion_information */
typedef struct _RESOURCEMANAGER_COMPLETION_INFORMATION {
    HANDLE IoCompletionPortHandle;
    ULONG_PTR CompletionKey;
} RESOURCEMANAGER_COMPLETION_INFORMATION;

/* ns-wdm-_resource_hash_entry */
typedef struct _RESOURCE_HASH_ENTRY {
    LIST_ENTRY ListEntry;
    PVOID Address;
    ULONG ContentionCount;
    ULONG Number;
} RESOURCE_HASH_ENTRY;

/* ns-wdm-_resource_performance_data */
typedef struct _RESOURCE_PERFORMANCE_DATA {
    ULONG ActiveResourceCount;
    ULONG TotalResourceCount;
    ULONG ExclusiveAcquire;
    ULONG SharedFirstLevel;
    ULONG SharedSecondLevel;
    ULONG StarveFirstLevel;
    ULONG StarveSecondLevel;
    ULONG WaitForExclusive;
    ULONG OwnerTableExpands;
    ULONG MaximumTableExpand;
    LIST_ENTRY HashTable[64];
} RESOURCE_PERFORMANCE_DATA;

/* ns-wdm-_resume_performance */
typedef struct _RESUME_PERFORMANCE {
    ULONG PostTimeMs;
    ULONGLONG TotalResumeTimeMs;
    ULONGLONG ResumeCompleteTimestamp;
} RESUME_PERFORMANCE;

/* ns-wdm-_rtl_bitmap */
struct _RTL_BITMAP {
    ULONG SizeOfBitMap;
    PULONG Buffer;
};

/* ns-wdm-_rtl_bitmap_run */
struct _RTL_BITMAP_RUN {
    ULONG StartingIndex;
    ULONG NumberOfBits;
};

/* ns-wdm-_rtl_query_registry_table */
typedef struct _RTL_QUERY_REGISTRY_TABLE {
    PRTL_QUERY_REGISTRY_ROUTINE QueryRoutine;
    ULONG Flags;
    PWSTR Name;
    PVOID EntryContext;
    ULONG DefaultType;
    PVOID DefaultData;
    ULONG DefaultLength;
} RTL_QUERY_REGISTRY_TABLE;

/* ns-wdm-_scatter_gather_element */
typedef struct _SCATTER_GATHER_ELEMENT {
    PHYSICAL_ADDRESS Address;
    ULONG Length;
    ULONG_PTR Reserved;
} SCATTER_GATHER_ELEMENT;

/* ns-wdm-_scatter_gather_list */
typedef struct _SCATTER_GATHER_LIST {
    ULONG NumberOfElements;
    ULONG_PTR Reserved;
    SCATTER_GATHER_ELEMENT Elements[];
} SCATTER_GATHER_LIST;

/* ns-wdm-_sdev_identifier_interface */
typedef struct _SDEV_IDENTIFIER_INTERFACE {
    INTERFACE InterfaceHeader;
    PGET_SDEV_IDENTIFIER GetIdentifier;
} SDEV_IDENTIFIER_INTERFACE;

/* ns-wdm-_section_object_pointers */
struct _SECTION_OBJECT_POINTERS {
    PVOID DataSectionObject;
    PVOID SharedCacheMap;
    PVOID ImageSectionObject;
};

/* ns-wdm-_secure_driver_interface */
typedef struct _SECURE_DRIVER_INTERFACE {
    INTERFACE InterfaceHeader;
    PSECURE_DRIVER_PROCESS_REFERENCE ProcessReference;
    PSECURE_DRIVER_PROCESS_DEREFERENCE ProcessDereference;
    ULONG Reserved;
} SECURE_DRIVER_INTERFACE;

/* ns-wdm-_security_quality_of_service */
typedef struct _SECURITY_QUALITY_OF_SERVICE {
    ULONG Length;
    SECURITY_IMPERSONATION_LEVEL ImpersonationLevel;
    SECURITY_CONTEXT_TRACKING_MODE ContextTrackingMode;
    BOOLEAN EffectiveOnly;
} SECURITY_QUALITY_OF_SERVICE;

/* ns-wdm-_se_adt_access_reason */
typedef struct _SE_ADT_ACCESS_REASON {
    ACCESS_MASK AccessMask;
    ULONG AccessReasons[32];
    ULONG ObjectTypeIndex;
    ULONG AccessGranted;
    PSECURITY_DESCRIPTOR SecurityDescriptor;
} SE_ADT_ACCESS_REASON;

/* ns-wdm-_se_adt_claims */
typedef struct _SE_ADT_CLAIMS {
    ULONG Length;
    PCLAIMS_BLOB Claims;
} SE_ADT_CLAIMS;

/* ns-wdm-_se_adt_object_type */
typedef struct _SE_ADT_OBJECT_TYPE {
    GUID ObjectType;
    USHORT Flags;
    USHORT Level;
    ACCESS_MASK AccessMask;
} SE_ADT_OBJECT_TYPE;

/* ns-wdm-_se_adt_parameter_array_entry */
typedef struct _SE_ADT_PARAMETER_ARRAY_ENTRY {
    SE_ADT_PARAMETER_TYPE Type;
    ULONG Length;
    ULONG_PTR Data[2];
    PVOID Address;
} SE_ADT_PARAMETER_ARRAY_ENTRY;

/* ns-wdm-_se_adt_parameter_array */
typedef struct _SE_ADT_PARAMETER_ARRAY {
    ULONG CategoryId;
    ULONG AuditId;
    ULONG ParameterCount;
    ULONG Length;
    USHORT FlatSubCategoryId;
    USHORT Type;
    ULONG Flags;
    SE_ADT_PARAMETER_ARRAY_ENTRY Parameters[32];
} SE_ADT_PARAMETER_ARRAY;

/* ns-wdm-_se_adt_parameter_array_ex */
typedef struct _SE_ADT_PARAMETER_ARRAY_EX {
    ULONG CategoryId;
    ULONG AuditId;
    ULONG Version;
    ULONG ParameterCount;
    ULONG Length;
    USHORT FlatSubCategoryId;
    USHORT Type;
    ULONG Flags;
    SE_ADT_PARAMETER_ARRAY_ENTRY Parameters[32];
} SE_ADT_PARAMETER_ARRAY_EX;

/* ns-wdm-_se_impersonation_state */
typedef struct _SE_IMPERSONATION_STATE {
    PACCESS_TOKEN Token;
    BOOLEAN CopyOnOpen;
    BOOLEAN EffectiveOnly;
    SECURITY_IMPERSONATION_LEVEL Level;
} SE_IMPERSONATION_STATE;

/* ns-wdm-_share_access */
typedef struct _SHARE_ACCESS {
    ULONG OpenCount;
    ULONG Readers;
    ULONG Writers;
    ULONG Deleters;
    ULONG SharedRead;
    ULONG SharedWrite;
    ULONG SharedDelete;
} SHARE_ACCESS;

/* ns-wdm-_slist_entry */
typedef struct DECLSPEC_ALIGN(16) _SLIST_ENTRY {
    struct _SLIST_ENTRY *Next;
} SLIST_ENTRY;

/* ns-wdm-_system_cpu_set_information */
typedef struct _SYSTEM_CPU_SET_INFORMATION {
    ULONG Size;
    CPU_SET_INFORMATION_TYPE Type;
    union {
        struct {
            ULONG Id;
            USHORT Group;
            UCHAR LogicalProcessorIndex;
            UCHAR CoreIndex;
            UCHAR LastLevelCacheIndex;
            UCHAR NumaNodeIndex;
            UCHAR EfficiencyClass;
            union {
                UCHAR AllFlags;
                struct {
                    UCHAR Parked : 1;
                    UCHAR Allocated : 1;
                    UCHAR AllocatedToTargetProcess : 1;
                    UCHAR RealTime : 1;
                    UCHAR ReservedFlags : 4;
                };
            };
            ULONG Reserved;
            ULONG64 AllocationTag;
        } CpuSet;
    };
} SYSTEM_CPU_SET_INFORMATION;

/* ns-wdm-_system_logical_processor_information */
typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION {
    ULONG_PTR ProcessorMask;
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship;
    union {
        struct {
            UCHAR Flags;
        } ProcessorCore;
        struct {
            ULONG NodeNumber;
        } NumaNode;
        CACHE_DESCRIPTOR Cache;
        ULONGLONG Reserved[2];
    };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION;

/* ns-wdm-_system_logical_processor_information_ex */
typedef struct _SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX {
    LOGICAL_PROCESSOR_RELATIONSHIP Relationship;
    ULONG Size;
    union {
        PROCESSOR_RELATIONSHIP Processor;
        NUMA_NODE_RELATIONSHIP NumaNode;
        CACHE_RELATIONSHIP Cache;
        GROUP_RELATIONSHIP Group;
    };
} SYSTEM_LOGICAL_PROCESSOR_INFORMATION_EX;

/* ns-wdm-_target_device_custom_notification */
typedef struct _TARGET_DEVICE_CUSTOM_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
    LONG NameBufferOffset;
    UCHAR CustomDataBuffer[1];
} TARGET_DEVICE_CUSTOM_NOTIFICATION;

/* ns-wdm-_target_device_removal_notification */
typedef struct _TARGET_DEVICE_REMOVAL_NOTIFICATION {
    USHORT Version;
    USHORT Size;
    GUID Event;
    PFILE_OBJECT FileObject;
} TARGET_DEVICE_REMOVAL_NOTIFICATION;

/* ns-wdm-_time_fields */
struct _TIME_FIELDS {
    CSHORT Year;
    CSHORT Month;
    CSHORT Day;
    CSHORT Hour;
    CSHORT Minute;
    CSHORT Second;
    CSHORT Milliseconds;
    CSHORT Weekday;
};

/* ns-wdm-_transactionmanager_basic_information */
typedef struct _TRANSACTIONMANAGER_BASIC_INFORMATION {
    GUID TmIdentity;
    LARGE_INTEGER VirtualClock;
} TRANSACTIONMANAGER_BASIC_INFORMATION;

/* ns-wdm-_transactionmanager_logpath_information */
typedef struct _TRANSACTIONMANAGER_LOGPATH_INFORMATION {
    ULONG LogPathLength;
    WCHAR LogPath[1];
} TRANSACTIONMANAGER_LOGPATH_INFORMATION;

/* ns-wdm-_transactionmanager_log_information */
typedef struct _TRANSACTIONMANAGER_LOG_INFORMATION {
    GUID LogIdentity;
} TRANSACTIONMANAGER_LOG_INFORMATION;

/* ns-wdm-_transactionmanager_recovery_information */
typedef struct _TRANSACTIONMANAGER_RECOVERY_INFORMATION {
    ULONGLONG LastRecoveredLsn;
} TRANSACTIONMANAGER_RECOVERY_INFORMATION;

/* ns-wdm-_transaction_basic_information */
typedef struct _TRANSACTION_BASIC_INFORMATION {
    GUID TransactionId;
    ULONG State;
    ULONG Outcome;
} TRANSACTION_BASIC_INFORMATION;

/* ns-wdm-_transaction_bind_information */
typedef struct _TRANSACTION_BIND_INFORMATION {
    HANDLE TmHandle;
} TRANSACTION_BIND_INFORMATION;

/* ns-wdm-_transaction_enlistment_pair */
typedef struct _TRANSACTION_ENLISTMENT_PAIR {
    GUID EnlistmentId;
    GUID ResourceManagerId;
} TRANSACTION_ENLISTMENT_PAIR;

/* ns-wdm-_transaction_enlistments_information */
typedef struct _TRANSACTION_ENLISTMENTS_INFORMATION {
    ULONG NumberOfEnlistments;
    TRANSACTION_ENLISTMENT_PAIR EnlistmentPair[1];
} TRANSACTION_ENLISTMENTS_INFORMATION;

/* ns-wdm-_transaction_list_entry */
typedef struct _TRANSACTION_LIST_ENTRY {
    UOW UOW;
} TRANSACTION_LIST_ENTRY;

/* ns-wdm-_transaction_list_information */
typedef struct _TRANSACTION_LIST_INFORMATION {
    ULONG NumberOfTransactions;
    TRANSACTION_LIST_ENTRY TransactionInformation[1];
} TRANSACTION_LIST_INFORMATION;

/* ns-wdm-_transaction_properties_information */
typedef struct _TRANSACTION_PROPERTIES_INFORMATION {
    ULONG IsolationLevel;
    ULONG IsolationFlags;
    LARGE_INTEGER Timeout;
    ULONG Outcome;
    ULONG DescriptionLength;
    WCHAR Description[1];
} TRANSACTION_PROPERTIES_INFORMATION;

/* ns-wdm-_transaction_superior_enlistment_information */
typedef struct _TRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION {
    TRANSACTION_ENLISTMENT_PAIR SuperiorEnlistmentPair;
} TRANSACTION_SUPERIOR_ENLISTMENT_INFORMATION;

/* ns-wdm-_vpb */
typedef struct _VPB {
    CSHORT Type;
    CSHORT Size;
    USHORT Flags;
    USHORT VolumeLabelLength;
    struct _DEVICE_OBJECT *DeviceObject;
    struct _DEVICE_OBJECT *RealDevice;
    ULONG SerialNumber;
    ULONG ReferenceCount;
    WCHAR VolumeLabel[32];
} VPB;

/* ns-wdm-_work_queue_item */
typedef struct _WORK_QUEUE_ITEM {
    LIST_ENTRY List;
    PWORKER_THREAD_ROUTINE WorkerRoutine;
    PVOID Parameter;
} WORK_QUEUE_ITEM;

/* ns-wdm-_xsave_format */
struct _XSAVE_FORMAT {
    USHORT ControlWord;
    USHORT StatusWord;
    UCHAR TagWord;
    UCHAR Reserved1;
    USHORT ErrorOpcode;
    ULONG ErrorOffset;
    USHORT ErrorSelector;
    USHORT Reserved2;
    ULONG DataOffset;
    USHORT DataSelector;
    USHORT Reserved3;
    ULONG MxCsr;
    ULONG MxCsr_Mask;
    M128A FloatRegisters[8];
    M128A XmmRegisters[16];
    UCHAR Reserved4[96];
};

/* ns-wdm-_xsave_area_header */
typedef struct _XSAVE_AREA_HEADER {
    ULONG64 Mask;
    ULONG64 CompactionMask;
    ULONG64 Reserved2[6];
} XSAVE_AREA_HEADER;

/* ns-wdm-_xsave_area */
typedef struct _XSAVE_AREA {
    XSAVE_FORMAT LegacyState;
    XSAVE_AREA_HEADER Header;
} XSAVE_AREA;

/* ns-wdm-_xstate_context */
typedef struct _XSTATE_CONTEXT {
    ULONG64 Mask;
    ULONG Length;
    ULONG Reserved1;
    PXSAVE_AREA Area;
    PVOID Buffer;
} XSTATE_CONTEXT;

/* ns-wdm-_xstate_save */
typedef struct _XSTATE_SAVE {
    struct _XSTATE_SAVE *Prev;
    struct _KTHREAD *Thread;
    UCHAR Level;
    XSTATE_CONTEXT XStateContext;
} XSTATE_SAVE;

typedef struct _CALLBACK_OBJECT *PCALLBACK_OBJECT;
typedef struct _KTHREAD *PKTHREAD;

void NTAPI BugCheckSecondaryMultiPartDumpDataCallback(KBUGCHECK_CALLBACK_REASON,
    struct _KBUGCHECK_REASON_CALLBACK_RECORD *, PVOID, ULONG);

NTSTATUS NTAPI ClfsAddLogContainer(PLOG_FILE_OBJECT plfoLog, PULONGLONG pcbContainer,
    PUNICODE_STRING puszContainerPath);

NTSTATUS NTAPI ClfsAddLogContainerSet(PLOG_FILE_OBJECT plfoLog, USHORT cContainers,
    PULONGLONG pcbContainer, PUNICODE_STRING rguszContainerPath);

NTSTATUS NTAPI ClfsAdvanceLogBase(PVOID pvMarshalContext, PCLFS_LSN plsnBase, ULONG fFlags);

NTSTATUS NTAPI ClfsAlignReservedLog(PVOID pvMarshalContext, ULONG cRecords,
    LONGLONG rgcbReservation[], PLONGLONG pcbAlignReservation);

NTSTATUS NTAPI ClfsAllocReservedLog(PVOID pvMarshalContext, ULONG cRecords,
    PLONGLONG pcbAdjustment);

NTSTATUS NTAPI ClfsCloseAndResetLogFile(PLOG_FILE_OBJECT plfoLog);
NTSTATUS NTAPI ClfsCloseLogFileObject(PLOG_FILE_OBJECT plfoLog);

NTSTATUS NTAPI ClfsCreateLogFile(PPLOG_FILE_OBJECT pplfoLog, PUNICODE_STRING puszLogFileName,
    ACCESS_MASK fDesiredAccess, ULONG dwShareMode, PSECURITY_DESCRIPTOR psdLogFile,
    ULONG fCreateDisposition, ULONG fCreateOptions, ULONG fFlagsAndAttributes,
    ULONG fLogOptionFlag, PVOID pvContext, ULONG cbContext);

NTSTATUS NTAPI ClfsCreateMarshallingArea(PLOG_FILE_OBJECT plfoLog, POOL_TYPE ePoolType,
    PALLOCATE_FUNCTION pfnAllocBuffer, PFREE_FUNCTION pfnFreeBuffer, ULONG cbMarshallingBuffer,
    ULONG cMaxWriteBuffers, ULONG cMaxReadBuffers, PVOID *ppvMarshalContext);

NTSTATUS NTAPI ClfsCreateScanContext(PLOG_FILE_OBJECT plfoLog, ULONG cFromContainer,
    ULONG cContainers, CLFS_SCAN_MODE eScanMode, PCLFS_SCAN_CONTEXT pcxScan);

NTSTATUS NTAPI ClfsDeleteLogByPointer(PLOG_FILE_OBJECT plfoLog);

NTSTATUS NTAPI ClfsDeleteLogFile(PUNICODE_STRING puszLogFileName, PVOID pvReserved,
    ULONG fLogOptionFlag, PVOID pvContext, ULONG cbContext);

NTSTATUS NTAPI ClfsDeleteMarshallingArea(PVOID pvMarshalContext);
CLFS_LSN NTAPI ClfsEarlierLsn(PCLFS_LSN plsn);
void NTAPI ClfsFinalize(void);
NTSTATUS NTAPI ClfsFlushBuffers(PVOID pvMarshalContext);

NTSTATUS NTAPI ClfsFlushToLsn(PVOID pvMarshalContext, PCLFS_LSN plsnFlush,
    PCLFS_LSN plsnLastFlushed);

NTSTATUS NTAPI ClfsFreeReservedLog(PVOID pvMarshalContext, ULONG cRecords, PLONGLONG pcbAdjustment);

NTSTATUS NTAPI ClfsGetContainerName(PLOG_FILE_OBJECT plfoLog,
    CLFS_CONTAINER_ID cidLogicalContainer, PUNICODE_STRING puszContainerName,
    PULONG pcActualLenContainerName);

NTSTATUS NTAPI ClfsGetIoStatistics(PLOG_FILE_OBJECT plfoLog, PVOID pvStatsBuffer,
    ULONG cbStatsBuffer, CLFS_IOSTATS_CLASS eStatsClass, PULONG pcbStatsWritten);

NTSTATUS NTAPI ClfsGetLastLsn(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnLast);

NTSTATUS NTAPI ClfsGetLogFileInformation(PLOG_FILE_OBJECT plfoLog, PCLFS_INFORMATION pinfoBuffer,
    PULONG pcbInfoBuffer);

NTSTATUS NTAPI ClfsInitialize(void);
CLFS_LSN NTAPI ClfsLaterLsn(PCLFS_LSN plsn);
ULONG NTAPI ClfsLsnBlockOffset(const CLFS_LSN *plsn);
CLFS_CONTAINER_ID NTAPI ClfsLsnContainer(const CLFS_LSN *plsn);
CLFS_LSN NTAPI ClfsLsnCreate(CLFS_CONTAINER_ID cidContainer, ULONG offBlock, ULONG cRecord);

NTSTATUS NTAPI ClfsLsnDifference(PCLFS_LSN plsnStart, PCLFS_LSN plsnFinish, ULONG cbContainer,
    ULONG cbMaxBlock, PLONGLONG pcbDifference);

BOOLEAN NTAPI ClfsLsnEqual(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);
BOOLEAN NTAPI ClfsLsnGreater(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);
CLFS_LSN NTAPI ClfsLsnIncrement(PCLFS_LSN plsn);
BOOLEAN NTAPI ClfsLsnInvalid(const CLFS_LSN *plsn);
BOOLEAN NTAPI ClfsLsnLess(const CLFS_LSN *plsn1, const CLFS_LSN *plsn2);
BOOLEAN NTAPI ClfsLsnNull(const CLFS_LSN *plsn);
ULONG NTAPI ClfsLsnRecordSequence(const CLFS_LSN *plsn);
NTSTATUS NTAPI ClfsMgmtDeregisterManagedClient(CLFS_MGMT_CLIENT ClientCookie);
NTSTATUS NTAPI ClfsMgmtHandleLogFileFull(CLFS_MGMT_CLIENT Client);

NTSTATUS NTAPI ClfsMgmtInstallPolicy(PLOG_FILE_OBJECT LogFile, PCLFS_MGMT_POLICY Policy,
    ULONG PolicyLength);

NTSTATUS NTAPI ClfsMgmtQueryPolicy(PLOG_FILE_OBJECT LogFile, CLFS_MGMT_POLICY_TYPE PolicyType,
    PCLFS_MGMT_POLICY Policy, PULONG PolicyLength);

NTSTATUS NTAPI ClfsMgmtRegisterManagedClient(PLOG_FILE_OBJECT LogFile,
    PCLFS_MGMT_CLIENT_REGISTRATION RegistrationData, PCLFS_MGMT_CLIENT ClientCookie);

NTSTATUS NTAPI ClfsMgmtRemovePolicy(PLOG_FILE_OBJECT LogFile, CLFS_MGMT_POLICY_TYPE PolicyType);

NTSTATUS NTAPI ClfsMgmtSetLogFileSize(PLOG_FILE_OBJECT LogFile, PULONGLONG NewSizeInContainers,
    PULONGLONG ResultingSizeInContainers, PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine,
    PVOID CompletionRoutineData);

NTSTATUS NTAPI ClfsMgmtSetLogFileSizeAsClient(PLOG_FILE_OBJECT LogFile,
    PCLFS_MGMT_CLIENT ClientCookie, PULONGLONG NewSizeInContainers,
    PULONGLONG ResultingSizeInContainers, PCLFS_SET_LOG_SIZE_COMPLETE_CALLBACK CompletionRoutine,
    PVOID CompletionRoutineData);

NTSTATUS NTAPI ClfsMgmtTailAdvanceFailure(CLFS_MGMT_CLIENT Client, NTSTATUS Reason);

NTSTATUS NTAPI ClfsQueryLogFileInformation(PLOG_FILE_OBJECT plfoLog,
    CLFS_LOG_INFORMATION_CLASS eInformationClass, PVOID pinfoInputBuffer, ULONG cbinfoInputBuffer,
    PVOID pinfoBuffer, PULONG pcbInfoBuffer);

NTSTATUS NTAPI ClfsReadLogRecord(PVOID pvMarshalContext, PCLFS_LSN plsnFirst,
    CLFS_CONTEXT_MODE peContextMode, PVOID *ppvReadBuffer, PULONG pcbReadBuffer,
    PCLFS_RECORD_TYPE peRecordType, PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious,
    PVOID *ppvReadContext);

NTSTATUS NTAPI ClfsReadNextLogRecord(PVOID pvReadContext, PVOID *ppvBuffer, PULONG pcbBuffer,
    PCLFS_RECORD_TYPE peRecordType, PCLFS_LSN plsnUser, PCLFS_LSN plsnUndoNext,
    PCLFS_LSN plsnPrevious, PCLFS_LSN plsnRecord);

NTSTATUS NTAPI ClfsReadPreviousRestartArea(PVOID pvReadContext, PVOID *ppvRestartBuffer,
    PULONG pcbRestartBuffer, PCLFS_LSN plsnRestart);

NTSTATUS NTAPI ClfsReadRestartArea(PVOID pvMarshalContext, PVOID *ppvRestartBuffer,
    PULONG pcbRestartBuffer, PCLFS_LSN plsn, PVOID *ppvReadContext);

NTSTATUS NTAPI ClfsRemoveLogContainer(PLOG_FILE_OBJECT plfoLog, PUNICODE_STRING puszContainerPath,
    BOOLEAN fForce);

NTSTATUS NTAPI ClfsRemoveLogContainerSet(PLOG_FILE_OBJECT plfoLog, USHORT cContainers,
    PUNICODE_STRING rgwszContainerPath, BOOLEAN fForce);

NTSTATUS NTAPI ClfsReserveAndAppendLog(PVOID pvMarshalContext, PCLFS_WRITE_ENTRY rgWriteEntries,
    ULONG cWriteEntries, PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious, ULONG cReserveRecords,
    PLONGLONG rgcbReservation, ULONG fFlags, PCLFS_LSN plsn);

NTSTATUS NTAPI ClfsReserveAndAppendLogAligned(PVOID pvMarshalContext,
    PCLFS_WRITE_ENTRY rgWriteEntries, ULONG cWriteEntries, ULONG cbEntryAlignment,
    PCLFS_LSN plsnUndoNext, PCLFS_LSN plsnPrevious, ULONG cReserveRecords,
    PLONGLONG rgcbReservation, ULONG fFlags, PCLFS_LSN plsn);

NTSTATUS NTAPI ClfsScanLogContainers(PCLFS_SCAN_CONTEXT pcxScan, CLFS_SCAN_MODE eScanMode);
NTSTATUS NTAPI ClfsSetArchiveTail(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnArchiveTail);
NTSTATUS NTAPI ClfsSetEndOfLog(PLOG_FILE_OBJECT plfoLog, PCLFS_LSN plsnEnd);

NTSTATUS NTAPI ClfsSetLogFileInformation(PLOG_FILE_OBJECT plfoLog,
    CLFS_LOG_INFORMATION_CLASS eInformationClass, PVOID pinfoBuffer, ULONG cbBuffer);

NTSTATUS NTAPI ClfsTerminateReadLog(PVOID pvCursorContext);
BOOLEAN NTAPI ClfsValidTopLevelContext(PIRP pirpTopLevelContext);

NTSTATUS NTAPI ClfsWriteRestartArea(PVOID pvMarshalContext, PVOID pvRestartBuffer,
    ULONG cbRestartBuffer, PCLFS_LSN plsnBase, ULONG fFlags, PULONG pcbWritten, PCLFS_LSN plsnNext);

NTSTATUS NTAPI CmCallbackGetKeyObjectID(PLARGE_INTEGER Cookie, PVOID Object, PULONG_PTR ObjectID,
    PCUNICODE_STRING *ObjectName);

NTSTATUS NTAPI CmCallbackGetKeyObjectIDEx(PLARGE_INTEGER Cookie, PVOID Object,
    PULONG_PTR ObjectID, PCUNICODE_STRING *ObjectName, ULONG Flags);

void NTAPI CmCallbackReleaseKeyObjectIDEx(PCUNICODE_STRING ObjectName);
PVOID NTAPI CmGetBoundTransaction(PLARGE_INTEGER Cookie, PVOID Object);
void NTAPI CmGetCallbackVersion(PULONG Major, PULONG Minor);

NTSTATUS NTAPI CmRegisterCallback(PEX_CALLBACK_FUNCTION Function, PVOID Context,
    PLARGE_INTEGER Cookie);

NTSTATUS NTAPI CmRegisterCallbackEx(PEX_CALLBACK_FUNCTION Function, PCUNICODE_STRING Altitude,
    PVOID Driver, PVOID Context, PLARGE_INTEGER Cookie, PVOID Reserved);

NTSTATUS NTAPI CmSetCallbackObjectContext(PVOID Object, PLARGE_INTEGER Cookie, PVOID NewContext,
    PVOID *OldContext);

NTSTATUS NTAPI CmUnRegisterCallback(LARGE_INTEGER Cookie);
void NTAPI DbgBreakPointWithStatus(ULONG Status);
ULONG NTAPI DbgPrint(PCSTR Format, ...);
ULONG NTAPI DbgPrintEx(ULONG ComponentId, ULONG Level, PCSTR Format, ...);
ULONG NTAPI DbgPrintReturnControlC(PCCH Format, ...);
NTSTATUS NTAPI DbgQueryDebugFilterState(ULONG ComponentId, ULONG Level);
NTSTATUS NTAPI DbgSetDebugFilterState(ULONG ComponentId, ULONG Level, BOOLEAN State);
NTSTATUS NTAPI DbgSetDebugPrintCallback(PDEBUG_PRINT_CALLBACK DebugPrintCallback, BOOLEAN Enable);
NTSTATUS NTAPI EtwActivityIdControl(ULONG ControlCode, LPGUID ActivityId);
BOOLEAN NTAPI EtwEventEnabled(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor);
BOOLEAN NTAPI EtwProviderEnabled(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword);

NTSTATUS NTAPI EtwRegister(LPCGUID ProviderId, PETWENABLECALLBACK EnableCallback,
    PVOID CallbackContext, PREGHANDLE RegHandle);

NTSTATUS NTAPI EtwSetInformation(REGHANDLE RegHandle, EVENT_INFO_CLASS InformationClass,
    PVOID EventInformation, ULONG InformationLength);

NTSTATUS NTAPI EtwUnregister(REGHANDLE RegHandle);

NTSTATUS NTAPI EtwWrite(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor,
    LPCGUID ActivityId, ULONG UserDataCount, PEVENT_DATA_DESCRIPTOR UserData);

NTSTATUS NTAPI EtwWriteEx(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor, ULONG64 Filter,
    ULONG Flags, LPCGUID ActivityId, LPCGUID RelatedActivityId, ULONG UserDataCount,
    PEVENT_DATA_DESCRIPTOR UserData);

NTSTATUS NTAPI EtwWriteString(REGHANDLE RegHandle, UCHAR Level, ULONGLONG Keyword,
    LPCGUID ActivityId, PCWSTR String);

NTSTATUS NTAPI EtwWriteTransfer(REGHANDLE RegHandle, PCEVENT_DESCRIPTOR EventDescriptor,
    LPCGUID ActivityId, LPCGUID RelatedActivityId, ULONG UserDataCount,
    PEVENT_DATA_DESCRIPTOR UserData);

void NTAPI ExAcquireFastMutex(PFAST_MUTEX FastMutex);
void NTAPI ExAcquireFastMutexUnsafe(PFAST_MUTEX FastMutex);
BOOLEAN NTAPI ExAcquireResourceExclusiveLite(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN NTAPI ExAcquireResourceSharedLite(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN NTAPI ExAcquireRundownProtection(PEX_RUNDOWN_REF RunRef);
BOOLEAN NTAPI ExAcquireRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);

BOOLEAN NTAPI ExAcquireRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
    ULONG Count);

BOOLEAN NTAPI ExAcquireRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count);
BOOLEAN NTAPI ExAcquireSharedStarveExclusive(PERESOURCE Resource, BOOLEAN Wait);
BOOLEAN NTAPI ExAcquireSharedWaitForExclusive(PERESOURCE Resource, BOOLEAN Wait);
KIRQL NTAPI ExAcquireSpinLockExclusive(PEX_SPIN_LOCK SpinLock);
void NTAPI ExAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);
KIRQL NTAPI ExAcquireSpinLockShared(PEX_SPIN_LOCK SpinLock);
void NTAPI ExAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);

PEX_RUNDOWN_REF_CACHE_AWARE NTAPI ExAllocateCacheAwareRundownProtection(POOL_TYPE PoolType,
    ULONG PoolTag);

PVOID NTAPI ExAllocateFromLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
PVOID NTAPI ExAllocateFromNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside);
PVOID NTAPI ExAllocateFromPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside);
PVOID NTAPI ExAllocatePool(POOL_TYPE PoolType, SIZE_T NumberOfBytes);
PVOID NTAPI ExAllocatePoolWithQuota(POOL_TYPE PoolType, SIZE_T NumberOfBytes);
PVOID NTAPI ExAllocatePoolWithQuotaTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
PVOID NTAPI ExAllocatePoolWithTag(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);

PVOID NTAPI ExAllocatePoolWithTagPriority(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag,
    EX_POOL_PRIORITY Priority);

PEX_TIMER NTAPI ExAllocateTimer(PEXT_CALLBACK Callback, PVOID CallbackContext, ULONG Attributes);
BOOLEAN NTAPI ExCancelTimer(PEX_TIMER Timer, PEXT_CANCEL_PARAMETERS Parameters);
void NTAPI ExCleanupRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
void NTAPI ExConvertExclusiveToSharedLite(PERESOURCE Resource);

NTSTATUS NTAPI ExCreateCallback(PCALLBACK_OBJECT *CallbackObject,
    POBJECT_ATTRIBUTES ObjectAttributes, BOOLEAN Create, BOOLEAN AllowMultipleCallbacks);

void NTAPI ExDeleteLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
void NTAPI ExDeleteNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside);
void NTAPI ExDeletePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside);
NTSTATUS NTAPI ExDeleteResourceLite(PERESOURCE Resource);

BOOLEAN NTAPI ExDeleteTimer(PEX_TIMER Timer, BOOLEAN Cancel, BOOLEAN Wait,
    PEXT_DELETE_PARAMETERS Parameters);

PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceExclusive(PERESOURCE Resource);
PVOID NTAPI ExEnterCriticalRegionAndAcquireResourceShared(PERESOURCE Resource);
PVOID NTAPI ExEnterCriticalRegionAndAcquireSharedWaitForExclusive(PERESOURCE Resource);

NTSTATUS NTAPI ExEnumerateSystemFirmwareTables(ULONG FirmwareTableProviderSignature,
    PVOID FirmwareTableBuffer, ULONG BufferLength, PULONG ReturnLength);

void NTAPI ExFlushLookasideListEx(PLOOKASIDE_LIST_EX Lookaside);
void NTAPI ExFreeCacheAwareRundownProtection(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
void NTAPI ExFreePool(PVOID P);
void NTAPI ExFreePoolWithTag(PVOID P, ULONG Tag);
void NTAPI ExFreeToLookasideListEx(PLOOKASIDE_LIST_EX Lookaside, PVOID Entry);
void NTAPI ExFreeToNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry);
void NTAPI ExFreeToPagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside, PVOID Entry);
ULONG NTAPI ExGetExclusiveWaiterCount(PERESOURCE Resource);

NTSTATUS NTAPI ExGetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid,
    PVOID Value, PULONG ValueLength, PULONG Attributes);

FIRMWARE_TYPE NTAPI ExGetFirmwareType(void);
KPROCESSOR_MODE NTAPI ExGetPreviousMode(void);
ULONG NTAPI ExGetSharedWaiterCount(PERESOURCE Resource);

NTSTATUS NTAPI ExGetSystemFirmwareTable(ULONG FirmwareTableProviderSignature,
    ULONG FirmwareTableID, PVOID FirmwareTableBuffer, ULONG BufferLength, PULONG ReturnLength);

void NTAPI ExInitializeDriverRuntime(ULONG RuntimeFlags);
void NTAPI ExInitializeFastMutex(PFAST_MUTEX FastMutex);

NTSTATUS NTAPI ExInitializeLookasideListEx(PLOOKASIDE_LIST_EX Lookaside,
    PALLOCATE_FUNCTION_EX Allocate, PFREE_FUNCTION_EX Free, POOL_TYPE PoolType, ULONG Flags,
    SIZE_T Size, ULONG Tag, USHORT Depth);

void NTAPI ExInitializeNPagedLookasideList(PNPAGED_LOOKASIDE_LIST Lookaside,
    PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag,
    USHORT Depth);

void NTAPI ExInitializePagedLookasideList(PPAGED_LOOKASIDE_LIST Lookaside,
    PALLOCATE_FUNCTION Allocate, PFREE_FUNCTION Free, ULONG Flags, SIZE_T Size, ULONG Tag,
    USHORT Depth);

NTSTATUS NTAPI ExInitializeResourceLite(PERESOURCE Resource);
void NTAPI ExInitializeRundownProtection(PEX_RUNDOWN_REF RunRef);

void NTAPI ExInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
    SIZE_T RunRefSize);

void NTAPI ExInitializeRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware,
    ULONG Flags);

void NTAPI ExInitializeWorkItem(PWORK_QUEUE_ITEM Item, PWORKER_THREAD_ROUTINE Routine,
    PVOID Context);

LARGE_INTEGER NTAPI ExInterlockedAddLargeInteger(PLARGE_INTEGER Addend, LARGE_INTEGER Increment,
    PKSPIN_LOCK Lock);

ULONG NTAPI ExInterlockedAddUlong(PULONG Addend, ULONG Increment, PKSPIN_LOCK Lock);

PLIST_ENTRY NTAPI ExInterlockedInsertHeadList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
    PKSPIN_LOCK Lock);

PLIST_ENTRY NTAPI ExInterlockedInsertTailList(PLIST_ENTRY ListHead, PLIST_ENTRY ListEntry,
    PKSPIN_LOCK Lock);

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPopEntryList(PSINGLE_LIST_ENTRY ListHead, PKSPIN_LOCK Lock);

PSINGLE_LIST_ENTRY NTAPI ExInterlockedPushEntryList(PSINGLE_LIST_ENTRY ListHead,
    PSINGLE_LIST_ENTRY ListEntry, PKSPIN_LOCK Lock);

PLIST_ENTRY NTAPI ExInterlockedRemoveHeadList(PLIST_ENTRY ListHead, PKSPIN_LOCK Lock);
BOOLEAN NTAPI ExIsManufacturingModeEnabled(void);
BOOLEAN NTAPI ExIsProcessorFeaturePresent(ULONG ProcessorFeature);
BOOLEAN NTAPI ExIsResourceAcquiredExclusiveLite(PERESOURCE Resource);
ULONG NTAPI ExIsResourceAcquiredSharedLite(PERESOURCE Resource);
BOOLEAN NTAPI ExIsSoftBoot(void);
void NTAPI ExLocalTimeToSystemTime(PLARGE_INTEGER LocalTime, PLARGE_INTEGER SystemTime);
void NTAPI ExNotifyCallback(PVOID CallbackObject, PVOID Argument1, PVOID Argument2);
USHORT NTAPI ExQueryDepthSList(PSLIST_HEADER SListHead);
void NTAPI ExQueryTimerResolution(PULONG MaximumTime, PULONG MinimumTime, PULONG CurrentTime);
void NTAPI ExQueueWorkItem(PWORK_QUEUE_ITEM WorkItem, WORK_QUEUE_TYPE QueueType);
DECLSPEC_NORETURN void NTAPI ExRaiseStatus(NTSTATUS Status);
void NTAPI ExReInitializeRundownProtection(PEX_RUNDOWN_REF RunRef);
void NTAPI ExReInitializeRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);

PVOID NTAPI ExRegisterCallback(PCALLBACK_OBJECT CallbackObject,
    PCALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext);

NTSTATUS NTAPI ExReinitializeResourceLite(PERESOURCE Resource);
void NTAPI ExReleaseFastMutex(PFAST_MUTEX FastMutex);
void NTAPI ExReleaseFastMutexUnsafe(PFAST_MUTEX FastMutex);
void NTAPI ExReleaseResourceAndLeaveCriticalRegion(PERESOURCE Resource);
void NTAPI ExReleaseResourceForThreadLite(PERESOURCE Resource, ERESOURCE_THREAD ResourceThreadId);
void NTAPI ExReleaseResourceLite(PERESOURCE Resource);
void NTAPI ExReleaseRundownProtection(PEX_RUNDOWN_REF RunRef);
void NTAPI ExReleaseRundownProtectionCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);
void NTAPI ExReleaseRundownProtectionCacheAwareEx(PEX_RUNDOWN_REF_CACHE_AWARE RunRef, ULONG Count);
void NTAPI ExReleaseRundownProtectionEx(PEX_RUNDOWN_REF RunRef, ULONG Count);
void NTAPI ExReleaseSpinLockExclusive(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql);
void NTAPI ExReleaseSpinLockExclusiveFromDpcLevel(PEX_SPIN_LOCK SpinLock);
void NTAPI ExReleaseSpinLockShared(PEX_SPIN_LOCK SpinLock, KIRQL OldIrql);
void NTAPI ExReleaseSpinLockSharedFromDpcLevel(PEX_SPIN_LOCK SpinLock);
void NTAPI ExRundownCompleted(PEX_RUNDOWN_REF RunRef);
void NTAPI ExRundownCompletedCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRefCacheAware);

NTSTATUS NTAPI ExSetFirmwareEnvironmentVariable(PUNICODE_STRING VariableName, LPGUID VendorGuid,
    PVOID Value, ULONG ValueLength, ULONG Attributes);

void NTAPI ExSetResourceOwnerPointer(PERESOURCE Resource, PVOID OwnerPointer);
void NTAPI ExSetResourceOwnerPointerEx(PERESOURCE Resource, PVOID OwnerPointer, ULONG Flags);

BOOLEAN NTAPI ExSetTimer(PEX_TIMER Timer, LONGLONG DueTime, LONGLONG Period,
    PEXT_SET_PARAMETERS Parameters);

ULONG NTAPI ExSetTimerResolution(ULONG DesiredTime, BOOLEAN SetResolution);
SIZE_T NTAPI ExSizeOfRundownProtectionCacheAware(void);
void NTAPI ExSystemTimeToLocalTime(PLARGE_INTEGER SystemTime, PLARGE_INTEGER LocalTime);
LOGICAL NTAPI ExTryAcquireSpinLockExclusiveAtDpcLevel(PEX_SPIN_LOCK SpinLock);
LOGICAL NTAPI ExTryAcquireSpinLockSharedAtDpcLevel(PEX_SPIN_LOCK SpinLock);
LOGICAL NTAPI ExTryConvertSharedSpinLockExclusive(PEX_SPIN_LOCK SpinLock);
BOOLEAN NTAPI ExTryToAcquireFastMutex(PFAST_MUTEX FastMutex);
void NTAPI ExUnregisterCallback(PVOID CallbackRegistration);
BOOLEAN NTAPI ExVerifySuite(SUITE_TYPE SuiteType);
void NTAPI ExWaitForRundownProtectionRelease(PEX_RUNDOWN_REF RunRef);
void NTAPI ExWaitForRundownProtectionReleaseCacheAware(PEX_RUNDOWN_REF_CACHE_AWARE RunRef);
PSLIST_ENTRY NTAPI ExpInterlockedFlushSList(PSLIST_HEADER ListHead);
PSLIST_ENTRY NTAPI ExpInterlockedPopEntrySList(PSLIST_HEADER ListHead);
PSLIST_ENTRY NTAPI ExpInterlockedPushEntrySList(PSLIST_HEADER ListHead, PSLIST_ENTRY ListEntry);
PSLIST_ENTRY NTAPI FirstEntrySList(PSLIST_HEADER SListHead);
void NTAPI InitializeSListHead(PSLIST_HEADER SListHead);
void NTAPI IoAcquireCancelSpinLock(PKIRQL Irql);

NTSTATUS NTAPI IoAcquireRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, PCSTR File,
    ULONG Line, ULONG RemlockSize);

NTSTATUS NTAPI IoAllocateDriverObjectExtension(PDRIVER_OBJECT DriverObject,
    PVOID ClientIdentificationAddress, ULONG DriverObjectExtensionSize,
    PVOID *DriverObjectExtension);

PVOID NTAPI IoAllocateErrorLogEntry(PVOID IoObject, UCHAR EntrySize);
PIRP NTAPI IoAllocateIrp(CCHAR StackSize, BOOLEAN ChargeQuota);
PIRP NTAPI IoAllocateIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize, BOOLEAN ChargeQuota);

PMDL NTAPI IoAllocateMdl(PVOID VirtualAddress, ULONG Length, BOOLEAN SecondaryBuffer,
    BOOLEAN ChargeQuota, PIRP Irp);

NTSTATUS NTAPI IoAllocateSfioStreamIdentifier(PFILE_OBJECT FileObject, ULONG Length,
    PVOID Signature, PVOID *StreamIdentifier);

PIO_WORKITEM NTAPI IoAllocateWorkItem(PDEVICE_OBJECT DeviceObject);

NTSTATUS NTAPI IoAttachDevice(PDEVICE_OBJECT SourceDevice, PUNICODE_STRING TargetDevice,
    PDEVICE_OBJECT *AttachedDevice);

PDEVICE_OBJECT NTAPI IoAttachDeviceToDeviceStack(PDEVICE_OBJECT SourceDevice,
    PDEVICE_OBJECT TargetDevice);

PIRP NTAPI IoBuildAsynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject,
    PVOID Buffer, ULONG Length, PLARGE_INTEGER StartingOffset, PIO_STATUS_BLOCK IoStatusBlock);

PIRP NTAPI IoBuildDeviceIoControlRequest(ULONG IoControlCode, PDEVICE_OBJECT DeviceObject,
    PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
    BOOLEAN InternalDeviceIoControl, PKEVENT Event, PIO_STATUS_BLOCK IoStatusBlock);

void NTAPI IoBuildPartialMdl(PMDL SourceMdl, PMDL TargetMdl, PVOID VirtualAddress, ULONG Length);

PIRP NTAPI IoBuildSynchronousFsdRequest(ULONG MajorFunction, PDEVICE_OBJECT DeviceObject,
    PVOID Buffer, ULONG Length, PLARGE_INTEGER StartingOffset, PKEVENT Event,
    PIO_STATUS_BLOCK IoStatusBlock);

BOOLEAN NTAPI IoCancelIrp(PIRP Irp);

NTSTATUS NTAPI IoCheckLinkShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess, PLINK_SHARE_ACCESS LinkShareAccess,
    ULONG IoShareAccessFlags);

NTSTATUS NTAPI IoCheckShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess, BOOLEAN Update);

NTSTATUS NTAPI IoCheckShareAccessEx(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess, BOOLEAN Update, PBOOLEAN WritePermission);

void NTAPI IoCleanupIrp(PIRP Irp);

NTSTATUS NTAPI IoConnectInterrupt(PKINTERRUPT *InterruptObject, PKSERVICE_ROUTINE ServiceRoutine,
    PVOID ServiceContext, PKSPIN_LOCK SpinLock, ULONG Vector, KIRQL Irql, KIRQL SynchronizeIrql,
    KINTERRUPT_MODE InterruptMode, BOOLEAN ShareVector, KAFFINITY ProcessorEnableMask,
    BOOLEAN FloatingSave);

NTSTATUS NTAPI IoConnectInterruptEx(PIO_CONNECT_INTERRUPT_PARAMETERS Parameters);

NTSTATUS NTAPI IoCreateDevice(PDRIVER_OBJECT DriverObject, ULONG DeviceExtensionSize,
    PUNICODE_STRING DeviceName, ULONG DeviceType, ULONG DeviceCharacteristics, BOOLEAN Exclusive,
    PDEVICE_OBJECT *DeviceObject);

NTSTATUS NTAPI IoCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG Disposition,
    ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, CREATE_FILE_TYPE CreateFileType,
    PVOID InternalParameters, ULONG Options);

PKEVENT NTAPI IoCreateNotificationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle);
NTSTATUS NTAPI IoCreateSymbolicLink(PUNICODE_STRING SymbolicLinkName, PUNICODE_STRING DeviceName);
PKEVENT NTAPI IoCreateSynchronizationEvent(PUNICODE_STRING EventName, PHANDLE EventHandle);

NTSTATUS NTAPI IoCreateSystemThread(PVOID IoObject, PHANDLE ThreadHandle, ULONG DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle, PCLIENT_ID ClientId,
    PKSTART_ROUTINE StartRoutine, PVOID StartContext);

NTSTATUS NTAPI IoCreateUnprotectedSymbolicLink(PUNICODE_STRING SymbolicLinkName,
    PUNICODE_STRING DeviceName);

NTSTATUS NTAPI IoCsqInitialize(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP CsqInsertIrp,
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp, PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp,
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock, PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp);

NTSTATUS NTAPI IoCsqInitializeEx(PIO_CSQ Csq, PIO_CSQ_INSERT_IRP_EX CsqInsertIrp,
    PIO_CSQ_REMOVE_IRP CsqRemoveIrp, PIO_CSQ_PEEK_NEXT_IRP CsqPeekNextIrp,
    PIO_CSQ_ACQUIRE_LOCK CsqAcquireLock, PIO_CSQ_RELEASE_LOCK CsqReleaseLock,
    PIO_CSQ_COMPLETE_CANCELED_IRP CsqCompleteCanceledIrp);

void NTAPI IoCsqInsertIrp(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context);

NTSTATUS NTAPI IoCsqInsertIrpEx(PIO_CSQ Csq, PIRP Irp, PIO_CSQ_IRP_CONTEXT Context,
    PVOID InsertContext);

PIRP NTAPI IoCsqRemoveIrp(PIO_CSQ Csq, PIO_CSQ_IRP_CONTEXT Context);
PIRP NTAPI IoCsqRemoveNextIrp(PIO_CSQ Csq, PVOID PeekContext);
void NTAPI IoDeleteDevice(PDEVICE_OBJECT DeviceObject);
NTSTATUS NTAPI IoDeleteSymbolicLink(PUNICODE_STRING SymbolicLinkName);
void NTAPI IoDetachDevice(PDEVICE_OBJECT TargetDevice);
void NTAPI IoDisconnectInterrupt(PKINTERRUPT InterruptObject);
void NTAPI IoDisconnectInterruptEx(PIO_DISCONNECT_INTERRUPT_PARAMETERS Parameters);
BOOLEAN NTAPI IoForwardIrpSynchronously(PDEVICE_OBJECT DeviceObject, PIRP Irp);
void NTAPI IoFreeErrorLogEntry(PVOID ElEntry);
void NTAPI IoFreeIrp(PIRP Irp);
void NTAPI IoFreeMdl(PMDL Mdl);
NTSTATUS NTAPI IoFreeSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
void NTAPI IoFreeWorkItem(PIO_WORKITEM IoWorkItem);
NTSTATUS NTAPI IoGetAffinityInterrupt(PKINTERRUPT InterruptObject, PGROUP_AFFINITY GroupAffinity);
PDEVICE_OBJECT NTAPI IoGetAttachedDeviceReference(PDEVICE_OBJECT DeviceObject);
NTSTATUS NTAPI IoGetBootDiskInformation(PBOOTDISK_INFORMATION BootDiskInformation, ULONG Size);
NTSTATUS NTAPI IoGetBootDiskInformationLite(PBOOTDISK_INFORMATION_LITE *BootDiskInformation);

NTSTATUS NTAPI IoGetContainerInformation(IO_CONTAINER_INFORMATION_CLASS InformationClass,
    PVOID ContainerObject, PVOID Buffer, ULONG BufferLength);

PEPROCESS NTAPI IoGetCurrentProcess(void);

NTSTATUS NTAPI IoGetDeviceInterfaceAlias(PUNICODE_STRING SymbolicLinkName,
    const GUID *AliasInterfaceClassGuid, PUNICODE_STRING AliasSymbolicLinkName);

NTSTATUS NTAPI IoGetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName,
    const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, ULONG Size, PVOID Data,
    PULONG RequiredSize, PDEVPROPTYPE Type);

NTSTATUS NTAPI IoGetDeviceInterfaces(const GUID *InterfaceClassGuid,
    PDEVICE_OBJECT PhysicalDeviceObject, ULONG Flags, PZZWSTR *SymbolicLinkList);

NTSTATUS NTAPI IoGetDeviceNumaNode(PDEVICE_OBJECT Pdo, PUSHORT NodeNumber);

NTSTATUS NTAPI IoGetDeviceObjectPointer(PUNICODE_STRING ObjectName, ACCESS_MASK DesiredAccess,
    PFILE_OBJECT *FileObject, PDEVICE_OBJECT *DeviceObject);

NTSTATUS NTAPI IoGetDeviceProperty(PDEVICE_OBJECT DeviceObject,
    DEVICE_REGISTRY_PROPERTY DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer,
    PULONG ResultLength);

NTSTATUS NTAPI IoGetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey,
    LCID Lcid, ULONG Flags, ULONG Size, PVOID Data, PULONG RequiredSize, PDEVPROPTYPE Type);

struct _DMA_ADAPTER *NTAPI IoGetDmaAdapter(PDEVICE_OBJECT PhysicalDeviceObject,
    struct _DEVICE_DESCRIPTION *DeviceDescription, PULONG NumberOfMapRegisters);

PVOID NTAPI IoGetDriverObjectExtension(PDRIVER_OBJECT DriverObject,
    PVOID ClientIdentificationAddress);

PVOID NTAPI IoGetInitialStack(void);
NTSTATUS NTAPI IoGetIoAttributionHandle(PIRP Irp, PVOID *IoAttributionHandle);
IO_PRIORITY_HINT NTAPI IoGetIoPriorityHint(PIRP Irp);
PDEVICE_OBJECT NTAPI IoGetRelatedDeviceObject(PFILE_OBJECT FileObject);
PVOID NTAPI IoGetSfioStreamIdentifier(PFILE_OBJECT FileObject, PVOID Signature);
void NTAPI IoGetStackLimits(PULONG_PTR LowLimit, PULONG_PTR HighLimit);
PIRP NTAPI IoGetTopLevelIrp(void);
void NTAPI IoInitializeIrp(PIRP Irp, USHORT PacketSize, CCHAR StackSize);

void NTAPI IoInitializeIrpEx(PIRP Irp, PDEVICE_OBJECT DeviceObject, USHORT PacketSize,
    CCHAR StackSize);

void NTAPI IoInitializeRemoveLockEx(PIO_REMOVE_LOCK Lock, ULONG AllocateTag,
    ULONG MaxLockedMinutes, ULONG HighWatermark, ULONG RemlockSize);

NTSTATUS NTAPI IoInitializeTimer(PDEVICE_OBJECT DeviceObject, PIO_TIMER_ROUTINE TimerRoutine,
    PVOID Context);

void NTAPI IoInitializeWorkItem(PVOID IoObject, PIO_WORKITEM IoWorkItem);
void NTAPI IoInvalidateDeviceRelations(PDEVICE_OBJECT DeviceObject, DEVICE_RELATION_TYPE Type);
void NTAPI IoInvalidateDeviceState(PDEVICE_OBJECT PhysicalDeviceObject);
BOOLEAN NTAPI IoIs32bitProcess(PIRP Irp);
BOOLEAN NTAPI IoIsInitiator32bitProcess(PIRP Irp);
BOOLEAN NTAPI IoIsWdmVersionAvailable(UCHAR MajorVersion, UCHAR MinorVersion);

NTSTATUS NTAPI IoOpenDeviceInterfaceRegistryKey(PUNICODE_STRING SymbolicLinkName,
    ACCESS_MASK DesiredAccess, PHANDLE DeviceInterfaceKey);

NTSTATUS NTAPI IoOpenDeviceRegistryKey(PDEVICE_OBJECT DeviceObject, ULONG DevInstKeyType,
    ACCESS_MASK DesiredAccess, PHANDLE DevInstRegKey);

void NTAPI IoQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE WorkerRoutine,
    WORK_QUEUE_TYPE QueueType, PVOID Context);

void NTAPI IoQueueWorkItemEx(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
    WORK_QUEUE_TYPE QueueType, PVOID Context);

NTSTATUS NTAPI IoRecordIoAttribution(PVOID OpaqueHandle,
    IO_ATTRIBUTION_INFORMATION *AttributionInformation);

NTSTATUS NTAPI IoRegisterContainerNotification(IO_CONTAINER_NOTIFICATION_CLASS NotificationClass,
    PIO_CONTAINER_NOTIFICATION_FUNCTION CallbackFunction, PVOID NotificationInformation,
    ULONG NotificationInformationLength, PVOID CallbackRegistration);

NTSTATUS NTAPI IoRegisterDeviceInterface(PDEVICE_OBJECT PhysicalDeviceObject,
    const GUID *InterfaceClassGuid, PUNICODE_STRING ReferenceString,
    PUNICODE_STRING SymbolicLinkName);

NTSTATUS NTAPI IoRegisterLastChanceShutdownNotification(PDEVICE_OBJECT DeviceObject);

NTSTATUS NTAPI IoRegisterPlugPlayNotification(IO_NOTIFICATION_EVENT_CATEGORY EventCategory,
    ULONG EventCategoryFlags, PVOID EventCategoryData, PDRIVER_OBJECT DriverObject,
    PDRIVER_NOTIFICATION_CALLBACK_ROUTINE CallbackRoutine, PVOID Context, PVOID *NotificationEntry);

NTSTATUS NTAPI IoRegisterShutdownNotification(PDEVICE_OBJECT DeviceObject);
void NTAPI IoReleaseCancelSpinLock(KIRQL Irql);
void NTAPI IoReleaseRemoveLockAndWaitEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize);
void NTAPI IoReleaseRemoveLockEx(PIO_REMOVE_LOCK RemoveLock, PVOID Tag, ULONG RemlockSize);

void NTAPI IoRemoveLinkShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess,
    PLINK_SHARE_ACCESS LinkShareAccess);

void NTAPI IoRemoveShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess);

NTSTATUS NTAPI IoReplacePartitionUnit(PDEVICE_OBJECT TargetPdo, PDEVICE_OBJECT SparePdo,
    ULONG Flags);

void NTAPI IoReportInterruptActive(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters);
void NTAPI IoReportInterruptInactive(PIO_REPORT_INTERRUPT_ACTIVE_STATE_PARAMETERS Parameters);

NTSTATUS NTAPI IoReportTargetDeviceChange(PDEVICE_OBJECT PhysicalDeviceObject,
    PVOID NotificationStructure);

NTSTATUS NTAPI IoReportTargetDeviceChangeAsynchronous(PDEVICE_OBJECT PhysicalDeviceObject,
    PVOID NotificationStructure, PDEVICE_CHANGE_COMPLETE_CALLBACK Callback, PVOID Context);

void NTAPI IoRequestDeviceEject(PDEVICE_OBJECT PhysicalDeviceObject);

NTSTATUS NTAPI IoRequestDeviceEjectEx(PDEVICE_OBJECT PhysicalDeviceObject,
    PIO_DEVICE_EJECT_CALLBACK Callback, PVOID Context, PDRIVER_OBJECT DriverObject);

void NTAPI IoReuseIrp(PIRP Irp, NTSTATUS Iostatus);

NTSTATUS NTAPI IoSetCompletionRoutineEx(PDEVICE_OBJECT DeviceObject, PIRP Irp,
    PIO_COMPLETION_ROUTINE CompletionRoutine, PVOID Context, BOOLEAN InvokeOnSuccess,
    BOOLEAN InvokeOnError, BOOLEAN InvokeOnCancel);

NTSTATUS NTAPI IoSetDeviceInterfacePropertyData(PUNICODE_STRING SymbolicLinkName,
    const DEVPROPKEY *PropertyKey, LCID Lcid, ULONG Flags, DEVPROPTYPE Type, ULONG Size,
    PVOID Data);

NTSTATUS NTAPI IoSetDeviceInterfaceState(PUNICODE_STRING SymbolicLinkName, BOOLEAN Enable);

NTSTATUS NTAPI IoSetDevicePropertyData(PDEVICE_OBJECT Pdo, const DEVPROPKEY *PropertyKey,
    LCID Lcid, ULONG Flags, DEVPROPTYPE Type, ULONG Size, PVOID Data);

NTSTATUS NTAPI IoSetIoAttributionIrp(PIRP Irp, PVOID AttributionSource, ULONG Flags);
NTSTATUS NTAPI IoSetIoPriorityHint(PIRP Irp, IO_PRIORITY_HINT PriorityHint);

void NTAPI IoSetLinkShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess, PLINK_SHARE_ACCESS LinkShareAccess,
    ULONG IoShareAccessFlags);

void NTAPI IoSetShareAccess(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess);

void NTAPI IoSetShareAccessEx(ACCESS_MASK DesiredAccess, ULONG DesiredShareAccess,
    PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess, PBOOLEAN WritePermission);

void NTAPI IoSetStartIoAttributes(PDEVICE_OBJECT DeviceObject, BOOLEAN DeferredStartIo,
    BOOLEAN NonCancelable);

void NTAPI IoSetTopLevelIrp(PIRP Irp);
USHORT NTAPI IoSizeOfIrpEx(PDEVICE_OBJECT DeviceObject, CCHAR StackSize);
ULONG NTAPI IoSizeofWorkItem(void);
void NTAPI IoStartNextPacket(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable);
void NTAPI IoStartNextPacketByKey(PDEVICE_OBJECT DeviceObject, BOOLEAN Cancelable, ULONG Key);

void NTAPI IoStartPacket(PDEVICE_OBJECT DeviceObject, PIRP Irp, PULONG Key,
    PDRIVER_CANCEL CancelFunction);

void NTAPI IoStartTimer(PDEVICE_OBJECT DeviceObject);
void NTAPI IoStopTimer(PDEVICE_OBJECT DeviceObject);
NTSTATUS NTAPI IoSynchronousCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);

BOOLEAN NTAPI IoTryQueueWorkItem(PIO_WORKITEM IoWorkItem, PIO_WORKITEM_ROUTINE_EX WorkerRoutine,
    WORK_QUEUE_TYPE QueueType, PVOID Context);

void NTAPI IoUninitializeWorkItem(PIO_WORKITEM IoWorkItem);
void NTAPI IoUnregisterContainerNotification(PVOID CallbackRegistration);
NTSTATUS NTAPI IoUnregisterPlugPlayNotification(PVOID NotificationEntry);
NTSTATUS NTAPI IoUnregisterPlugPlayNotificationEx(PVOID NotificationEntry);
void NTAPI IoUnregisterShutdownNotification(PDEVICE_OBJECT DeviceObject);

void NTAPI IoUpdateLinkShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess,
    PLINK_SHARE_ACCESS LinkShareAccess);

void NTAPI IoUpdateShareAccess(PFILE_OBJECT FileObject, PSHARE_ACCESS ShareAccess);
NTSTATUS NTAPI IoValidateDeviceIoControlAccess(PIRP Irp, ULONG RequiredAccess);
NTSTATUS NTAPI IoWMIAllocateInstanceIds(LPCGUID Guid, ULONG InstanceCount, ULONG *FirstInstanceId);

NTSTATUS NTAPI IoWMIDeviceObjectToInstanceName(PVOID DataBlockObject, PDEVICE_OBJECT DeviceObject,
    PUNICODE_STRING InstanceName);

ULONG NTAPI IoWMIDeviceObjectToProviderId(PDEVICE_OBJECT DeviceObject);

NTSTATUS NTAPI IoWMIExecuteMethod(PVOID DataBlockObject, PUNICODE_STRING InstanceName,
    ULONG MethodId, ULONG InBufferSize, PULONG OutBufferSize, PUCHAR InOutBuffer);

NTSTATUS NTAPI IoWMIHandleToInstanceName(PVOID DataBlockObject, HANDLE FileHandle,
    PUNICODE_STRING InstanceName);

NTSTATUS NTAPI IoWMIOpenBlock(LPCGUID Guid, ULONG DesiredAccess, PVOID *DataBlockObject);
NTSTATUS NTAPI IoWMIQueryAllData(PVOID DataBlockObject, PULONG InOutBufferSize, PVOID OutBuffer);

NTSTATUS NTAPI IoWMIQueryAllDataMultiple(PVOID *DataBlockObjectList, ULONG ObjectCount,
    PULONG InOutBufferSize, PVOID OutBuffer);

NTSTATUS NTAPI IoWMIQuerySingleInstance(PVOID DataBlockObject, PUNICODE_STRING InstanceName,
    PULONG InOutBufferSize, PVOID OutBuffer);

NTSTATUS NTAPI IoWMIQuerySingleInstanceMultiple(PVOID *DataBlockObjectList,
    PUNICODE_STRING InstanceNames, ULONG ObjectCount, PULONG InOutBufferSize, PVOID OutBuffer);

NTSTATUS NTAPI IoWMIRegistrationControl(PDEVICE_OBJECT DeviceObject, ULONG Action);

NTSTATUS NTAPI IoWMISetNotificationCallback(PVOID Object, WMI_NOTIFICATION_CALLBACK Callback,
    PVOID Context);

NTSTATUS NTAPI IoWMISetSingleInstance(PVOID DataBlockObject, PUNICODE_STRING InstanceName,
    ULONG Version, ULONG ValueBufferSize, PVOID ValueBuffer);

NTSTATUS NTAPI IoWMISetSingleItem(PVOID DataBlockObject, PUNICODE_STRING InstanceName,
    ULONG DataItemId, ULONG Version, ULONG ValueBufferSize, PVOID ValueBuffer);

NTSTATUS NTAPI IoWMISuggestInstanceName(PDEVICE_OBJECT PhysicalDeviceObject,
    PUNICODE_STRING SymbolicLinkName, BOOLEAN CombineNames, PUNICODE_STRING SuggestedInstanceName);

NTSTATUS NTAPI IoWMIWriteEvent(PVOID WnodeEventItem);
LOGICAL NTAPI IoWithinStackLimits(ULONG_PTR RegionStart, SIZE_T RegionSize);
void NTAPI IoWriteErrorLogEntry(PVOID ElEntry);
NTSTATUS NTAPI IofCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
void NTAPI IofCompleteRequest(PIRP Irp, CCHAR PriorityBoost);

NTSTATUS NTAPI KdChangeOption(KD_OPTION Option, ULONG InBufferBytes, PVOID InBuffer,
    ULONG OutBufferBytes, PVOID OutBuffer, PULONG OutBufferNeeded);

NTSTATUS NTAPI KdDisableDebugger(void);
NTSTATUS NTAPI KdEnableDebugger(void);
BOOLEAN NTAPI KdRefreshDebuggerNotPresent(void);
void NTAPI KeAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);
void NTAPI KeAcquireGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex);
void NTAPI KeAcquireInStackQueuedSpinLock(PKSPIN_LOCK SpinLock, PKLOCK_QUEUE_HANDLE LockHandle);

void NTAPI KeAcquireInStackQueuedSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock,
    PKLOCK_QUEUE_HANDLE LockHandle);

void NTAPI KeAcquireInStackQueuedSpinLockForDpc(PKSPIN_LOCK SpinLock,
    PKLOCK_QUEUE_HANDLE LockHandle);

KIRQL NTAPI KeAcquireInterruptSpinLock(PKINTERRUPT Interrupt);
void NTAPI KeAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);
KIRQL NTAPI KeAcquireSpinLockForDpc(PKSPIN_LOCK SpinLock);
KIRQL NTAPI KeAcquireSpinLockRaiseToDpc(PKSPIN_LOCK SpinLock);
BOOLEAN NTAPI KeAreAllApcsDisabled(void);

DECLSPEC_NORETURN void NTAPI KeBugCheckEx(ULONG BugCheckCode, ULONG_PTR BugCheckParameter1,
    ULONG_PTR BugCheckParameter2, ULONG_PTR BugCheckParameter3, ULONG_PTR BugCheckParameter4);

BOOLEAN NTAPI KeCancelTimer(PKTIMER);
void NTAPI KeClearEvent(PRKEVENT Event);

NTSTATUS NTAPI KeConvertAuxiliaryCounterToPerformanceCounter(ULONG64 AuxiliaryCounterValue,
    PULONG64 PerformanceCounterValue, PULONG64 ConversionError);

NTSTATUS NTAPI KeConvertPerformanceCounterToAuxiliaryCounter(ULONG64 PerformanceCounterValue,
    PULONG64 AuxiliaryCounterValue, PULONG64 ConversionError);

NTSTATUS NTAPI KeDelayExecutionThread(KPROCESSOR_MODE WaitMode, BOOLEAN Alertable,
    PLARGE_INTEGER Interval);

NTSTATUS NTAPI KeDeregisterBoundCallback(PVOID Handle);
BOOLEAN NTAPI KeDeregisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord);
BOOLEAN NTAPI KeDeregisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord);
NTSTATUS NTAPI KeDeregisterNmiCallback(PVOID Handle);
void NTAPI KeDeregisterProcessorChangeCallback(PVOID CallbackHandle);
void NTAPI KeFlushIoBuffers(PMDL Mdl, BOOLEAN ReadOperation, BOOLEAN DmaOperation);
void NTAPI KeFlushQueuedDpcs(void);
void NTAPI KeFlushWriteBuffer(void);
KIRQL NTAPI KeGetCurrentIrql(void);
ULONG NTAPI KeGetCurrentProcessorIndex(void);
PKTHREAD NTAPI KeGetCurrentThread(void);
ULONG NTAPI KeGetProcessorIndexFromNumber(PPROCESSOR_NUMBER ProcNumber);
NTSTATUS NTAPI KeGetProcessorNumberFromIndex(ULONG ProcIndex, PPROCESSOR_NUMBER ProcNumber);
ULONG NTAPI KeGetRecommendedSharedDataAlignment(void);
void NTAPI KeInitializeDeviceQueue(PKDEVICE_QUEUE DeviceQueue);
void NTAPI KeInitializeDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine, PVOID DeferredContext);
void NTAPI KeInitializeEvent(PRKEVENT Event, EVENT_TYPE Type, BOOLEAN State);
void NTAPI KeInitializeGuardedMutex(PKGUARDED_MUTEX Mutex);
void NTAPI KeInitializeMutex(PRKMUTEX Mutex, ULONG Level);
void NTAPI KeInitializeSemaphore(PRKSEMAPHORE Semaphore, LONG Count, LONG Limit);
void NTAPI KeInitializeSpinLock(PKSPIN_LOCK SpinLock);

void NTAPI KeInitializeThreadedDpc(PRKDPC Dpc, PKDEFERRED_ROUTINE DeferredRoutine,
    PVOID DeferredContext);

void NTAPI KeInitializeTimer(PKTIMER Timer);
void NTAPI KeInitializeTimerEx(PKTIMER Timer, TIMER_TYPE Type);

BOOLEAN NTAPI KeInsertByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue,
    PKDEVICE_QUEUE_ENTRY DeviceQueueEntry, ULONG SortKey);

BOOLEAN NTAPI KeInsertDeviceQueue(PKDEVICE_QUEUE DeviceQueue,
    PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);

BOOLEAN NTAPI KeInsertQueueDpc(PRKDPC Dpc, PVOID SystemArgument1, PVOID SystemArgument2);
ULONG_PTR NTAPI KeIpiGenericCall(PKIPI_BROADCAST_WORKER BroadcastFunction, ULONG_PTR Context);
void NTAPI KeLowerIrql(KIRQL NewIrql);
NTSTATUS NTAPI KeQueryAuxiliaryCounterFrequency(PULONG64 AuxiliaryCounterFrequency);
NTSTATUS NTAPI KeQueryDpcWatchdogInformation(PKDPC_WATCHDOG_INFORMATION WatchdogInformation);
ULONG64 NTAPI KeQueryInterruptTimePrecise(PULONG64 QpcTimeStamp);
LARGE_INTEGER NTAPI KeQueryPerformanceCounter(PLARGE_INTEGER PerformanceFrequency);
KPRIORITY NTAPI KeQueryPriorityThread(PKTHREAD Thread);
ULONG NTAPI KeQueryRuntimeThread(PKTHREAD Thread, PULONG UserTime);
void NTAPI KeQuerySystemTimePrecise(PLARGE_INTEGER CurrentTime);
ULONG NTAPI KeQueryTimeIncrement(void);
ULONG64 NTAPI KeQueryTotalCycleTimeThread(PKTHREAD Thread, PULONG64 CycleTimeStamp);
ULONGLONG NTAPI KeQueryUnbiasedInterruptTime(void);
ULONG64 NTAPI KeQueryUnbiasedInterruptTimePrecise(PULONG64 QpcTimeStamp);
LONG NTAPI KeReadStateEvent(PRKEVENT Event);
LONG NTAPI KeReadStateMutex(PRKMUTEX Mutex);
LONG NTAPI KeReadStateSemaphore(PRKSEMAPHORE Semaphore);
BOOLEAN NTAPI KeReadStateTimer(PKTIMER Timer);
PVOID NTAPI KeRegisterBoundCallback(PBOUND_CALLBACK CallbackRoutine);

BOOLEAN NTAPI KeRegisterBugCheckCallback(PKBUGCHECK_CALLBACK_RECORD CallbackRecord,
    PKBUGCHECK_CALLBACK_ROUTINE CallbackRoutine, PVOID Buffer, ULONG Length, PUCHAR Component);

BOOLEAN NTAPI KeRegisterBugCheckReasonCallback(PKBUGCHECK_REASON_CALLBACK_RECORD CallbackRecord,
    PKBUGCHECK_REASON_CALLBACK_ROUTINE CallbackRoutine, KBUGCHECK_CALLBACK_REASON Reason,
    PUCHAR Component);

PVOID NTAPI KeRegisterNmiCallback(PNMI_CALLBACK CallbackRoutine, PVOID Context);

PVOID NTAPI KeRegisterProcessorChangeCallback(PPROCESSOR_CALLBACK_FUNCTION CallbackFunction,
    PVOID CallbackContext, ULONG Flags);

void NTAPI KeReleaseGuardedMutex(PKGUARDED_MUTEX Mutex);
void NTAPI KeReleaseGuardedMutexUnsafe(PKGUARDED_MUTEX FastMutex);
void NTAPI KeReleaseInStackQueuedSpinLock(PKLOCK_QUEUE_HANDLE LockHandle);
void NTAPI KeReleaseInStackQueuedSpinLockForDpc(PKLOCK_QUEUE_HANDLE LockHandle);
void NTAPI KeReleaseInStackQueuedSpinLockFromDpcLevel(PKLOCK_QUEUE_HANDLE LockHandle);
void NTAPI KeReleaseInterruptSpinLock(PKINTERRUPT Interrupt, KIRQL OldIrql);
LONG NTAPI KeReleaseMutex(PRKMUTEX Mutex, BOOLEAN Wait);

LONG NTAPI KeReleaseSemaphore(PRKSEMAPHORE Semaphore, KPRIORITY Increment, LONG Adjustment,
    BOOLEAN Wait);

void NTAPI KeReleaseSpinLock(PKSPIN_LOCK SpinLock, KIRQL NewIrql);
void NTAPI KeReleaseSpinLockForDpc(PKSPIN_LOCK SpinLock, KIRQL OldIrql);
void NTAPI KeReleaseSpinLockFromDpcLevel(PKSPIN_LOCK SpinLock);
PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueue(PKDEVICE_QUEUE DeviceQueue, ULONG SortKey);

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveByKeyDeviceQueueIfBusy(PKDEVICE_QUEUE DeviceQueue,
    ULONG SortKey);

PKDEVICE_QUEUE_ENTRY NTAPI KeRemoveDeviceQueue(PKDEVICE_QUEUE DeviceQueue);

BOOLEAN NTAPI KeRemoveEntryDeviceQueue(PKDEVICE_QUEUE DeviceQueue,
    PKDEVICE_QUEUE_ENTRY DeviceQueueEntry);

BOOLEAN NTAPI KeRemoveQueueDpc(PRKDPC Dpc);
BOOLEAN NTAPI KeRemoveQueueDpcEx(PRKDPC Dpc, BOOLEAN WaitIfActive);
LONG NTAPI KeResetEvent(PRKEVENT Event);
void NTAPI KeRestoreExtendedProcessorState(PXSTATE_SAVE XStateSave);
NTSTATUS NTAPI KeRestoreFloatingPointState(PKFLOATING_SAVE FloatSave);
void NTAPI KeRevertToUserAffinityThread(void);
void NTAPI KeRevertToUserAffinityThreadEx(KAFFINITY Affinity);
void NTAPI KeRevertToUserGroupAffinityThread(PGROUP_AFFINITY PreviousAffinity);
NTSTATUS NTAPI KeSaveExtendedProcessorState(ULONG64 Mask, PXSTATE_SAVE XStateSave);
NTSTATUS NTAPI KeSaveFloatingPointState(PKFLOATING_SAVE FloatSave);

BOOLEAN NTAPI KeSetCoalescableTimer(PKTIMER Timer, LARGE_INTEGER DueTime, ULONG Period,
    ULONG TolerableDelay, PKDPC Dpc);

LONG NTAPI KeSetEvent(PRKEVENT Event, KPRIORITY Increment, BOOLEAN Wait);
KPRIORITY NTAPI KeSetPriorityThread(PKTHREAD Thread, KPRIORITY Priority);
void NTAPI KeSetSystemAffinityThread(KAFFINITY Affinity);
KAFFINITY NTAPI KeSetSystemAffinityThreadEx(KAFFINITY Affinity);

void NTAPI KeSetSystemGroupAffinityThread(PGROUP_AFFINITY Affinity,
    PGROUP_AFFINITY PreviousAffinity);

NTSTATUS NTAPI KeSetTargetProcessorDpcEx(PKDPC Dpc, PPROCESSOR_NUMBER ProcNumber);
BOOLEAN NTAPI KeSetTimer(PKTIMER Timer, LARGE_INTEGER DueTime, PKDPC Dpc);
BOOLEAN NTAPI KeSetTimerEx(PKTIMER Timer, LARGE_INTEGER DueTime, LONG Period, PKDPC Dpc);
void NTAPI KeStallExecutionProcessor(ULONG MicroSeconds);

BOOLEAN NTAPI KeSynchronizeExecution(PKINTERRUPT Interrupt,
    PKSYNCHRONIZE_ROUTINE SynchronizeRoutine, PVOID SynchronizeContext);

BOOLEAN NTAPI KeTestSpinLock(PKSPIN_LOCK SpinLock);
BOOLEAN NTAPI KeTryToAcquireGuardedMutex(PKGUARDED_MUTEX Mutex);
BOOLEAN NTAPI KeTryToAcquireSpinLockAtDpcLevel(PKSPIN_LOCK SpinLock);

NTSTATUS NTAPI KeWaitForMultipleObjects(ULONG Count, PVOID Object[], WAIT_TYPE WaitType,
    KWAIT_REASON WaitReason, KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Timeout,
    PKWAIT_BLOCK WaitBlockArray);

NTSTATUS NTAPI KeWaitForSingleObject(PVOID Object, KWAIT_REASON WaitReason,
    KPROCESSOR_MODE WaitMode, BOOLEAN Alertable, PLARGE_INTEGER Timeout);

KIRQL NTAPI KfRaiseIrql(KIRQL NewIrql);

NTSTATUS NTAPI MmAddVerifierSpecialThunks(ULONG_PTR EntryRoutine, PVOID ThunkBuffer,
    ULONG ThunkBufferSize);

NTSTATUS NTAPI MmAddVerifierThunks(PVOID ThunkBuffer, ULONG ThunkBufferSize);
NTSTATUS NTAPI MmAdvanceMdl(PMDL Mdl, ULONG NumberOfBytes);
PVOID NTAPI MmAllocateMappingAddress(SIZE_T NumberOfBytes, ULONG PoolTag);

NTSTATUS NTAPI MmAllocateMdlForIoSpace(PMM_PHYSICAL_ADDRESS_LIST PhysicalAddressList,
    SIZE_T NumberOfEntries, PMDL *NewMdl);

PMDL NTAPI MmAllocateNodePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType, ULONG IdealNode,
    ULONG Flags);

PMDL NTAPI MmAllocatePagesForMdl(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes);

PMDL NTAPI MmAllocatePagesForMdlEx(PHYSICAL_ADDRESS LowAddress, PHYSICAL_ADDRESS HighAddress,
    PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes, MEMORY_CACHING_TYPE CacheType, ULONG Flags);

PMDL NTAPI MmAllocatePartitionNodePagesForMdlEx(PHYSICAL_ADDRESS LowAddress,
    PHYSICAL_ADDRESS HighAddress, PHYSICAL_ADDRESS SkipBytes, SIZE_T TotalBytes,
    MEMORY_CACHING_TYPE CacheType, ULONG IdealNode, ULONG Flags, PVOID PartitionObject);

LOGICAL NTAPI MmAreMdlPagesCached(PMDL MemoryDescriptorList);
void NTAPI MmBuildMdlForNonPagedPool(PMDL MemoryDescriptorList);
PMDL NTAPI MmCreateMdl(PMDL MemoryDescriptorList, PVOID Base, SIZE_T Length);
void NTAPI MmFreeMappingAddress(PVOID BaseAddress, ULONG PoolTag);
void NTAPI MmFreePagesFromMdl(PMDL MemoryDescriptorList);
void NTAPI MmFreePagesFromMdlEx(PMDL MemoryDescriptorList, ULONG Flags);
PVOID NTAPI MmGetSystemRoutineAddress(PUNICODE_STRING SystemRoutineName);
LOGICAL NTAPI MmIsDriverSuspectForVerifier(struct _DRIVER_OBJECT *DriverObject);
LOGICAL NTAPI MmIsDriverVerifying(struct _DRIVER_OBJECT *DriverObject);
LOGICAL NTAPI MmIsDriverVerifyingByAddress(PVOID AddressWithinSection);
LOGICAL NTAPI MmIsIoSpaceActive(PHYSICAL_ADDRESS StartAddress, SIZE_T NumberOfBytes);
NTSTATUS NTAPI MmIsVerifierEnabled(PULONG VerifierFlags);
PVOID NTAPI MmLockPagableDataSection(PVOID AddressWithinSection);

PVOID NTAPI MmMapIoSpace(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes,
    MEMORY_CACHING_TYPE CacheType);

PVOID NTAPI MmMapIoSpaceEx(PHYSICAL_ADDRESS PhysicalAddress, SIZE_T NumberOfBytes, ULONG Protect);
PVOID NTAPI MmMapLockedPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode);

PVOID NTAPI MmMapLockedPagesSpecifyCache(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode,
    MEMORY_CACHING_TYPE CacheType, PVOID RequestedAddress, ULONG BugCheckOnFailure, ULONG Priority);

PVOID NTAPI MmMapLockedPagesWithReservedMapping(PVOID MappingAddress, ULONG PoolTag,
    PMDL MemoryDescriptorList, MEMORY_CACHING_TYPE CacheType);

NTSTATUS NTAPI MmMapMdl(PMDL MemoryDescriptorList, ULONG Protection,
    PMM_MDL_ROUTINE DriverRoutine, PVOID DriverContext);

MM_MDL_PAGE_CONTENTS_STATE NTAPI MmMdlPageContentsState(PMDL MemoryDescriptorList,
    MM_MDL_PAGE_CONTENTS_STATE State);

PVOID NTAPI MmPageEntireDriver(PVOID AddressWithinSection);

void NTAPI MmProbeAndLockPages(PMDL MemoryDescriptorList, KPROCESSOR_MODE AccessMode,
    LOCK_OPERATION Operation);

void NTAPI MmProbeAndLockProcessPages(PMDL MemoryDescriptorList, PEPROCESS Process,
    KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation);

void NTAPI MmProbeAndLockSelectedPages(PMDL MemoryDescriptorList,
    PFILE_SEGMENT_ELEMENT SegmentArray, KPROCESSOR_MODE AccessMode, LOCK_OPERATION Operation);

NTSTATUS NTAPI MmProtectMdlSystemAddress(PMDL MemoryDescriptorList, ULONG NewProtect);
MM_SYSTEMSIZE NTAPI MmQuerySystemSize(void);
void NTAPI MmResetDriverPaging(PVOID AddressWithinSection);

NTSTATUS NTAPI MmSetPermanentCacheAttribute(PHYSICAL_ADDRESS StartAddress,
    LARGE_INTEGER NumberOfBytes, MEMORY_CACHING_TYPE CacheType, ULONG Flags);

SIZE_T NTAPI MmSizeOfMdl(PVOID Base, SIZE_T Length);
void NTAPI MmUnlockPagableImageSection(PVOID ImageSectionHandle);
void NTAPI MmUnlockPages(PMDL MemoryDescriptorList);
void NTAPI MmUnmapIoSpace(PVOID BaseAddress, SIZE_T NumberOfBytes);
void NTAPI MmUnmapLockedPages(PVOID BaseAddress, PMDL MemoryDescriptorList);
void NTAPI MmUnmapReservedMapping(PVOID BaseAddress, ULONG PoolTag, PMDL MemoryDescriptorList);
NTSTATUS NTAPI NtCommitComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtCommitEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtCommitTransaction(HANDLE TransactionHandle, BOOLEAN Wait);

NTSTATUS NTAPI NtCreateEnlistment(PHANDLE EnlistmentHandle, ACCESS_MASK DesiredAccess,
    HANDLE ResourceManagerHandle, HANDLE TransactionHandle, POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions, NOTIFICATION_MASK NotificationMask, PVOID EnlistmentKey);

NTSTATUS NTAPI NtCreateResourceManager(PHANDLE ResourceManagerHandle, ACCESS_MASK DesiredAccess,
    HANDLE TmHandle, LPGUID RmGuid, POBJECT_ATTRIBUTES ObjectAttributes, ULONG CreateOptions,
    PUNICODE_STRING Description);

NTSTATUS NTAPI NtCreateTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow, HANDLE TmHandle, ULONG CreateOptions,
    ULONG IsolationLevel, ULONG IsolationFlags, PLARGE_INTEGER Timeout,
    PUNICODE_STRING Description);

NTSTATUS NTAPI NtCreateTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PUNICODE_STRING LogFileName, ULONG CreateOptions,
    ULONG CommitStrength);

NTSTATUS NTAPI NtEnumerateTransactionObject(HANDLE RootObjectHandle, KTMOBJECT_TYPE QueryType,
    PKTMOBJECT_CURSOR ObjectCursor, ULONG ObjectCursorLength, PULONG ReturnLength);

NTSTATUS NTAPI NtGetNotificationResourceManager(HANDLE ResourceManagerHandle,
    PTRANSACTION_NOTIFICATION TransactionNotification, ULONG NotificationLength,
    PLARGE_INTEGER Timeout, PULONG ReturnLength, ULONG Asynchronous, ULONG_PTR AsynchronousContext);

NTSTATUS NTAPI NtOpenEnlistment(PHANDLE EnlistmentHandle, ACCESS_MASK DesiredAccess,
    HANDLE ResourceManagerHandle, LPGUID EnlistmentGuid, POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI NtOpenRegistryTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI NtOpenResourceManager(PHANDLE ResourceManagerHandle, ACCESS_MASK DesiredAccess,
    HANDLE TmHandle, LPGUID ResourceManagerGuid, POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI NtOpenTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow, HANDLE TmHandle);

NTSTATUS NTAPI NtOpenTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PUNICODE_STRING LogFileName, LPGUID TmIdentity,
    ULONG OpenOptions);

NTSTATUS NTAPI NtPowerInformation(POWER_INFORMATION_LEVEL InformationLevel, PVOID InputBuffer,
    ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength);

NTSTATUS NTAPI NtPrePrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtPrePrepareEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtPrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtPrepareEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);

NTSTATUS NTAPI NtPropagationComplete(HANDLE ResourceManagerHandle, ULONG RequestCookie,
    ULONG BufferLength, PVOID Buffer);

NTSTATUS NTAPI NtPropagationFailed(HANDLE ResourceManagerHandle, ULONG RequestCookie,
    NTSTATUS PropStatus);

NTSTATUS NTAPI NtQueryInformationEnlistment(HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass, PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength, PULONG ReturnLength);

NTSTATUS NTAPI NtQueryInformationResourceManager(HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation, ULONG ResourceManagerInformationLength, PULONG ReturnLength);

NTSTATUS NTAPI NtQueryInformationTransaction(HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass, PVOID TransactionInformation,
    ULONG TransactionInformationLength, PULONG ReturnLength);

NTSTATUS NTAPI NtQueryInformationTransactionManager(HANDLE TransactionManagerHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation, ULONG TransactionManagerInformationLength,
    PULONG ReturnLength);

NTSTATUS NTAPI NtReadOnlyEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtRecoverEnlistment(HANDLE EnlistmentHandle, PVOID EnlistmentKey);
NTSTATUS NTAPI NtRecoverResourceManager(HANDLE ResourceManagerHandle);
NTSTATUS NTAPI NtRecoverTransactionManager(HANDLE TransactionManagerHandle);

NTSTATUS NTAPI NtRegisterProtocolAddressInformation(HANDLE ResourceManager,
    PCRM_PROTOCOL_ID ProtocolId, ULONG ProtocolInformationSize, PVOID ProtocolInformation,
    ULONG CreateOptions);

NTSTATUS NTAPI NtRenameTransactionManager(PUNICODE_STRING LogFileName,
    LPGUID ExistingTransactionManagerGuid);

NTSTATUS NTAPI NtRollbackComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtRollbackEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI NtRollbackRegistryTransaction(HANDLE TransactionHandle, ULONG Flags);
NTSTATUS NTAPI NtRollbackTransaction(HANDLE TransactionHandle, BOOLEAN Wait);

NTSTATUS NTAPI NtRollforwardTransactionManager(HANDLE TransactionManagerHandle,
    PLARGE_INTEGER TmVirtualClock);

NTSTATUS NTAPI NtSetInformationEnlistment(HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass, PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength);

NTSTATUS NTAPI NtSetInformationResourceManager(HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation, ULONG ResourceManagerInformationLength);

NTSTATUS NTAPI NtSetInformationTransaction(HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass, PVOID TransactionInformation,
    ULONG TransactionInformationLength);

NTSTATUS NTAPI NtSetInformationTransactionManager(HANDLE TmHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation, ULONG TransactionManagerInformationLength);

NTSTATUS NTAPI NtSinglePhaseReject(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ObCloseHandle(HANDLE Handle, KPROCESSOR_MODE PreviousMode);
void NTAPI ObDereferenceObjectDeferDelete(PVOID Object);
void NTAPI ObDereferenceObjectDeferDeleteWithTag(PVOID Object, ULONG Tag);
USHORT NTAPI ObGetFilterVersion(void);

NTSTATUS NTAPI ObGetObjectSecurity(PVOID Object, PSECURITY_DESCRIPTOR *SecurityDescriptor,
    PBOOLEAN MemoryAllocated);

NTSTATUS NTAPI ObReferenceObjectByHandle(HANDLE Handle, ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode, PVOID *Object,
    POBJECT_HANDLE_INFORMATION HandleInformation);

NTSTATUS NTAPI ObReferenceObjectByHandleWithTag(HANDLE Handle, ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode, ULONG Tag, PVOID *Object,
    POBJECT_HANDLE_INFORMATION HandleInformation);

NTSTATUS NTAPI ObReferenceObjectByPointer(PVOID Object, ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode);

NTSTATUS NTAPI ObReferenceObjectByPointerWithTag(PVOID Object, ACCESS_MASK DesiredAccess,
    POBJECT_TYPE ObjectType, KPROCESSOR_MODE AccessMode, ULONG Tag);

BOOLEAN NTAPI ObReferenceObjectSafe(PVOID Object);
BOOLEAN NTAPI ObReferenceObjectSafeWithTag(PVOID Object, ULONG Tag);

NTSTATUS NTAPI ObRegisterCallbacks(POB_CALLBACK_REGISTRATION CallbackRegistration,
    PVOID *RegistrationHandle);

void NTAPI ObReleaseObjectSecurity(PSECURITY_DESCRIPTOR SecurityDescriptor,
    BOOLEAN MemoryAllocated);

void NTAPI ObUnRegisterCallbacks(PVOID RegistrationHandle);
LONG_PTR NTAPI ObfDereferenceObject(PVOID Object);
LONG_PTR NTAPI ObfDereferenceObjectWithTag(PVOID Object, ULONG Tag);
LONG_PTR NTAPI ObfReferenceObject(PVOID Object);
LONG_PTR NTAPI ObfReferenceObjectWithTag(PVOID Object, ULONG Tag);

NTSTATUS NTAPI PcwAddInstance(PPCW_BUFFER Buffer, PCUNICODE_STRING Name, ULONG Id, ULONG Count,
    PPCW_DATA Data);

void NTAPI PcwCloseInstance(PPCW_INSTANCE Instance);

NTSTATUS NTAPI PcwCreateInstance(PPCW_INSTANCE *Instance, PPCW_REGISTRATION Registration,
    PCUNICODE_STRING Name, ULONG Count, PPCW_DATA Data);

NTSTATUS NTAPI PcwRegister(PPCW_REGISTRATION *Registration, PPCW_REGISTRATION_INFORMATION Info);
void NTAPI PcwUnregister(PPCW_REGISTRATION Registration);
NTSTATUS NTAPI PoCallDriver(PDEVICE_OBJECT DeviceObject, PIRP Irp);
NTSTATUS NTAPI PoClearPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type);

NTSTATUS NTAPI PoCreatePowerRequest(PVOID *PowerRequest, PDEVICE_OBJECT DeviceObject,
    PCOUNTED_REASON_CONTEXT Context);

NTSTATUS NTAPI PoCreateThermalRequest(PVOID *ThermalRequest, PDEVICE_OBJECT TargetDeviceObject,
    PDEVICE_OBJECT PolicyDeviceObject, PCOUNTED_REASON_CONTEXT Context, ULONG Flags);

void NTAPI PoDeletePowerRequest(PVOID PowerRequest);
void NTAPI PoDeleteThermalRequest(PVOID ThermalRequest);
void NTAPI PoEndDeviceBusy(PULONG IdlePointer);
void NTAPI PoFxActivateComponent(POHANDLE Handle, ULONG Component, ULONG Flags);
void NTAPI PoFxCompleteDevicePowerNotRequired(POHANDLE Handle);
void NTAPI PoFxCompleteIdleCondition(POHANDLE Handle, ULONG Component);
void NTAPI PoFxCompleteIdleState(POHANDLE Handle, ULONG Component);
void NTAPI PoFxIdleComponent(POHANDLE Handle, ULONG Component, ULONG Flags);

void NTAPI PoFxIssueComponentPerfStateChange(POHANDLE Handle, ULONG Flags, ULONG Component,
    PPO_FX_PERF_STATE_CHANGE PerfChange, PVOID Context);

void NTAPI PoFxIssueComponentPerfStateChangeMultiple(POHANDLE Handle, ULONG Flags,
    ULONG Component, ULONG PerfChangesCount, PO_FX_PERF_STATE_CHANGE PerfChanges[], PVOID Context);

void NTAPI PoFxNotifySurprisePowerOn(PDEVICE_OBJECT Pdo);

NTSTATUS NTAPI PoFxPowerControl(POHANDLE Handle, LPCGUID PowerControlCode, PVOID InBuffer,
    SIZE_T InBufferSize, PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned);

NTSTATUS NTAPI PoFxPowerOnCrashdumpDevice(POHANDLE Handle, PVOID Context);

NTSTATUS NTAPI PoFxQueryCurrentComponentPerfState(POHANDLE Handle, ULONG Flags, ULONG Component,
    ULONG SetIndex, PULONGLONG CurrentPerf);

NTSTATUS NTAPI PoFxRegisterComponentPerfStates(POHANDLE Handle, ULONG Component, ULONGLONG Flags,
    PPO_FX_COMPONENT_PERF_STATE_CALLBACK ComponentPerfStateCallback,
    PPO_FX_COMPONENT_PERF_INFO InputStateInfo, PPO_FX_COMPONENT_PERF_INFO *OutputStateInfo);

NTSTATUS NTAPI PoFxRegisterCrashdumpDevice(POHANDLE Handle);
NTSTATUS NTAPI PoFxRegisterDevice(PDEVICE_OBJECT Pdo, PPO_FX_DEVICE Device, POHANDLE *Handle);

void NTAPI PoFxRegisterDripsWatchdogCallback(POHANDLE Handle,
    PPO_FX_DRIPS_WATCHDOG_CALLBACK Callback, BOOLEAN IncludeChildDevices,
    PDRIVER_OBJECT MatchingDriverObject);

void NTAPI PoFxReportDevicePoweredOn(POHANDLE Handle);
void NTAPI PoFxSetComponentLatency(POHANDLE Handle, ULONG Component, ULONGLONG Latency);
void NTAPI PoFxSetComponentResidency(POHANDLE Handle, ULONG Component, ULONGLONG Residency);
void NTAPI PoFxSetComponentWake(POHANDLE Handle, ULONG Component, BOOLEAN WakeHint);
void NTAPI PoFxSetDeviceIdleTimeout(POHANDLE Handle, ULONGLONG IdleTimeout);
NTSTATUS NTAPI PoFxSetTargetDripsDevicePowerState(POHANDLE Handle, DEVICE_POWER_STATE TargetState);
void NTAPI PoFxStartDevicePowerManagement(POHANDLE Handle);
void NTAPI PoFxUnregisterDevice(POHANDLE Handle);
BOOLEAN NTAPI PoGetSystemWake(PIRP Irp);
BOOLEAN NTAPI PoGetThermalRequestSupport(PVOID ThermalRequest, PO_THERMAL_REQUEST_TYPE Type);
BOOLEAN NTAPI PoQueryWatchdogTime(PDEVICE_OBJECT Pdo, PULONG SecondsRemaining);

PULONG NTAPI PoRegisterDeviceForIdleDetection(PDEVICE_OBJECT DeviceObject,
    ULONG ConservationIdleTime, ULONG PerformanceIdleTime, DEVICE_POWER_STATE State);

NTSTATUS NTAPI PoRegisterPowerSettingCallback(PDEVICE_OBJECT DeviceObject, LPCGUID SettingGuid,
    PPOWER_SETTING_CALLBACK Callback, PVOID Context, PVOID *Handle);

PVOID NTAPI PoRegisterSystemState(PVOID StateHandle, EXECUTION_STATE Flags);

NTSTATUS NTAPI PoRequestPowerIrp(PDEVICE_OBJECT DeviceObject, UCHAR MinorFunction,
    POWER_STATE PowerState, PREQUEST_POWER_COMPLETE CompletionFunction, PVOID Context, PIRP *Irp);

void NTAPI PoSetDeviceBusyEx(PULONG IdlePointer);

void NTAPI PoSetHiberRange(PVOID MemoryMap, ULONG Flags, PVOID Address, ULONG_PTR Length,
    ULONG Tag);

NTSTATUS NTAPI PoSetPowerRequest(PVOID PowerRequest, POWER_REQUEST_TYPE Type);

POWER_STATE NTAPI PoSetPowerState(PDEVICE_OBJECT DeviceObject, POWER_STATE_TYPE Type,
    POWER_STATE State);

void NTAPI PoSetSystemState(EXECUTION_STATE Flags);
void NTAPI PoSetSystemWake(PIRP Irp);
NTSTATUS NTAPI PoSetThermalActiveCooling(PVOID ThermalRequest, BOOLEAN Engaged);
NTSTATUS NTAPI PoSetThermalPassiveCooling(PVOID ThermalRequest, UCHAR Throttle);
void NTAPI PoStartDeviceBusy(PULONG IdlePointer);
void NTAPI PoStartNextPowerIrp(PIRP Irp);
NTSTATUS NTAPI PoUnregisterPowerSettingCallback(PVOID Handle);
void NTAPI PoUnregisterSystemState(PVOID StateHandle);
void NTAPI ProbeForRead(volatile void *Address, SIZE_T Length, ULONG Alignment);
void NTAPI ProbeForWrite(volatile void *Address, SIZE_T Length, ULONG Alignment);

NTSTATUS NTAPI PsCreateSystemThread(PHANDLE ThreadHandle, ULONG DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, HANDLE ProcessHandle, PCLIENT_ID ClientId,
    PKSTART_ROUTINE StartRoutine, PVOID StartContext);

PETHREAD NTAPI PsGetCurrentThread(void);

BOOLEAN NTAPI PsGetVersion(PULONG MajorVersion, PULONG MinorVersion, PULONG BuildNumber,
    PUNICODE_STRING CSDVersion);

ULONG64 NTAPI PsQueryTotalCycleTimeProcess(PEPROCESS Process, PULONG64 CycleTimeStamp);
NTSTATUS NTAPI PsTerminateSystemThread(NTSTATUS ExitStatus);
NTSTATUS NTAPI PsWrapApcWow64Thread(PVOID *ApcContext, PVOID *ApcRoutine);
void NTAPI READ_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count);
void NTAPI READ_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count);
void NTAPI READ_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count);
UCHAR NTAPI READ_PORT_UCHAR(PUCHAR Port);
ULONG NTAPI READ_PORT_ULONG(PULONG Port);
USHORT NTAPI READ_PORT_USHORT(PUSHORT Port);
void NTAPI READ_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count);
void NTAPI READ_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count);
void NTAPI READ_REGISTER_BUFFER_ULONG64(volatile ULONG64 *Register, PULONG64 Buffer, ULONG Count);
void NTAPI READ_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count);
UCHAR NTAPI READ_REGISTER_UCHAR(volatile UCHAR *Register);
ULONG NTAPI READ_REGISTER_ULONG(volatile ULONG *Register);
ULONG64 NTAPI READ_REGISTER_ULONG64(volatile ULONG64 *Register);
USHORT NTAPI READ_REGISTER_USHORT(volatile USHORT *Register);

NTSTATUS NTAPI RtlAnsiStringToUnicodeString(PUNICODE_STRING DestinationString,
    PCANSI_STRING SourceString, BOOLEAN AllocateDestinationString);

NTSTATUS NTAPI RtlAppendUnicodeStringToString(PUNICODE_STRING Destination, PCUNICODE_STRING Source);
NTSTATUS NTAPI RtlAppendUnicodeToString(PUNICODE_STRING Destination, PCWSTR Source);
BOOLEAN NTAPI RtlAreBitsClear(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);
BOOLEAN NTAPI RtlAreBitsSet(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);

void NTAPI RtlAssert(PVOID VoidFailedAssertion, PVOID VoidFileName, ULONG LineNumber,
    PSTR MutableMessage);

NTSTATUS NTAPI RtlCheckRegistryKey(ULONG RelativeTo, PWSTR Path);
void NTAPI RtlClearAllBits(PRTL_BITMAP BitMapHeader);
void NTAPI RtlClearBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);
void NTAPI RtlClearBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToClear);

ULONGLONG NTAPI RtlCmDecodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor,
    PULONGLONG Start);

NTSTATUS NTAPI RtlCmEncodeMemIoResource(PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, UCHAR Type,
    ULONGLONG Length, ULONGLONG Start);

SIZE_T NTAPI RtlCompareMemory(const void *Source1, const void *Source2, SIZE_T Length);

LONG NTAPI RtlCompareUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2,
    BOOLEAN CaseInSensitive);

LONG NTAPI RtlCompareUnicodeStrings(PCWCH String1, SIZE_T String1Length, PCWCH String2,
    SIZE_T String2Length, BOOLEAN CaseInSensitive);

void NTAPI RtlCopyBitMap(PRTL_BITMAP Source, PRTL_BITMAP Destination, ULONG TargetBit);
void NTAPI RtlCopyMemoryNonTemporal(void *Destination, const void *Source, SIZE_T Length);
void NTAPI RtlCopyUnicodeString(PUNICODE_STRING DestinationString, PCUNICODE_STRING SourceString);
ULONG NTAPI RtlCrc32(const void *Buffer, size_t Size, ULONG InitialCrc);
ULONGLONG NTAPI RtlCrc64(const void *Buffer, size_t Size, ULONGLONG InitialCrc);
NTSTATUS NTAPI RtlCreateRegistryKey(ULONG RelativeTo, PWSTR Path);
NTSTATUS NTAPI RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Revision);
NTSTATUS NTAPI RtlDeleteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName);
WCHAR NTAPI RtlDowncaseUnicodeChar(WCHAR SourceCharacter);

BOOLEAN NTAPI RtlEqualUnicodeString(PCUNICODE_STRING String1, PCUNICODE_STRING String2,
    BOOLEAN CaseInSensitive);

void NTAPI RtlExtractBitMap(PRTL_BITMAP Source, PRTL_BITMAP Destination, ULONG TargetBit,
    ULONG NumberOfBits);

ULONG NTAPI RtlFindClearBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);
ULONG NTAPI RtlFindClearBitsAndSet(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);

ULONG NTAPI RtlFindClearRuns(PRTL_BITMAP BitMapHeader, PRTL_BITMAP_RUN RunArray,
    ULONG SizeOfRunArray, BOOLEAN LocateLongestRuns);

NTSTATUS NTAPI RtlFindClosestEncodableLength(ULONGLONG SourceLength, PULONGLONG TargetLength);
ULONG NTAPI RtlFindFirstRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex);

ULONG NTAPI RtlFindLastBackwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex,
    PULONG StartingRunIndex);

CCHAR NTAPI RtlFindLeastSignificantBit(ULONGLONG Set);
ULONG NTAPI RtlFindLongestRunClear(PRTL_BITMAP BitMapHeader, PULONG StartingIndex);
CCHAR NTAPI RtlFindMostSignificantBit(ULONGLONG Set);

ULONG NTAPI RtlFindNextForwardRunClear(PRTL_BITMAP BitMapHeader, ULONG FromIndex,
    PULONG StartingRunIndex);

ULONG NTAPI RtlFindSetBits(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);
ULONG NTAPI RtlFindSetBitsAndClear(PRTL_BITMAP BitMapHeader, ULONG NumberToFind, ULONG HintIndex);
void NTAPI RtlFreeAnsiString(PANSI_STRING AnsiString);
void NTAPI RtlFreeUnicodeString(PUNICODE_STRING UnicodeString);
NTSTATUS NTAPI RtlGUIDFromString(PCUNICODE_STRING GuidString, GUID *Guid);

NTSTATUS NTAPI RtlGenerateClass5Guid(const GUID *const NamespaceGuid, PVOID Buffer,
    ULONG BufferSize, GUID *Guid);

NTSTATUS NTAPI RtlGetVersion(PRTL_OSVERSIONINFOW lpVersionInformation);

NTSTATUS NTAPI RtlHashUnicodeString(PCUNICODE_STRING String, BOOLEAN CaseInSensitive,
    ULONG HashAlgorithm, PULONG HashValue);

void NTAPI RtlInitAnsiString(PANSI_STRING DestinationString, PCSZ SourceString);
NTSTATUS NTAPI RtlInitAnsiStringEx(PANSI_STRING DestinationString, PCSZ SourceString);
void NTAPI RtlInitString(PSTRING DestinationString, PCSZ SourceString);
NTSTATUS NTAPI RtlInitStringEx(PSTRING DestinationString, PCSZ SourceString);
void NTAPI RtlInitUnicodeString(PUNICODE_STRING DestinationString, PCWSTR SourceString);
void NTAPI RtlInitializeBitMap(PRTL_BITMAP BitMapHeader, PULONG BitMapBuffer, ULONG SizeOfBitMap);
NTSTATUS NTAPI RtlInt64ToUnicodeString(ULONGLONG Value, ULONG Base, PUNICODE_STRING String);
NTSTATUS NTAPI RtlIntegerToUnicodeString(ULONG Value, ULONG Base, PUNICODE_STRING String);

ULONGLONG NTAPI RtlIoDecodeMemIoResource(PIO_RESOURCE_DESCRIPTOR Descriptor, PULONGLONG Alignment,
    PULONGLONG MinimumAddress, PULONGLONG MaximumAddress);

NTSTATUS NTAPI RtlIoEncodeMemIoResource(PIO_RESOURCE_DESCRIPTOR Descriptor, UCHAR Type,
    ULONGLONG Length, ULONGLONG Alignment, ULONGLONG MinimumAddress, ULONGLONG MaximumAddress);

BOOLEAN NTAPI RtlIsNtDdiVersionAvailable(ULONG Version);
BOOLEAN NTAPI RtlIsServicePackVersionInstalled(ULONG Version);
ULONG NTAPI RtlLengthSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);
ULONG NTAPI RtlNumberOfClearBits(PRTL_BITMAP BitMapHeader);

ULONG NTAPI RtlNumberOfClearBitsInRange(PRTL_BITMAP BitMapHeader, ULONG StartingIndex,
    ULONG Length);

ULONG NTAPI RtlNumberOfSetBits(PRTL_BITMAP BitMapHeader);
ULONG NTAPI RtlNumberOfSetBitsInRange(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG Length);
ULONG NTAPI RtlNumberOfSetBitsUlongPtr(ULONG_PTR Target);
OS_DEPLOYEMENT_STATE_VALUES NTAPI RtlOsDeploymentState(ULONG Flags);
void NTAPI RtlPrefetchMemoryNonTemporal(PVOID Source, SIZE_T Length);

NTSTATUS NTAPI RtlQueryRegistryValues(ULONG RelativeTo, PCWSTR Path,
    PRTL_QUERY_REGISTRY_TABLE QueryTable, PVOID Context, PVOID Environment);

ULONG NTAPI RtlQueryValidationRunlevel(PCUNICODE_STRING ComponentName);
void NTAPI RtlSetAllBits(PRTL_BITMAP BitMapHeader);
void NTAPI RtlSetBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);
void NTAPI RtlSetBits(PRTL_BITMAP BitMapHeader, ULONG StartingIndex, ULONG NumberToSet);

NTSTATUS NTAPI RtlSetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor,
    BOOLEAN DaclPresent, PACL Dacl, BOOLEAN DaclDefaulted);

NTSTATUS NTAPI RtlStringFromGUID(const GUID *const Guid, PUNICODE_STRING GuidString);
BOOLEAN NTAPI RtlTestBit(PRTL_BITMAP BitMapHeader, ULONG BitNumber);
BOOLEAN NTAPI RtlTimeFieldsToTime(PTIME_FIELDS TimeFields, PLARGE_INTEGER Time);
void NTAPI RtlTimeToTimeFields(PLARGE_INTEGER Time, PTIME_FIELDS TimeFields);

NTSTATUS NTAPI RtlUTF8ToUnicodeN(PWSTR UnicodeStringDestination, ULONG UnicodeStringMaxByteCount,
    PULONG UnicodeStringActualByteCount, PCCH UTF8StringSource, ULONG UTF8StringByteCount);

NTSTATUS NTAPI RtlUnicodeStringToAnsiString(PANSI_STRING DestinationString,
    PCUNICODE_STRING SourceString, BOOLEAN AllocateDestinationString);

NTSTATUS NTAPI RtlUnicodeStringToInt64(PCUNICODE_STRING String, ULONG Base, PLONG64 Number,
    PWSTR *EndPointer);

NTSTATUS NTAPI RtlUnicodeStringToInteger(PCUNICODE_STRING String, ULONG Base, PULONG Value);

NTSTATUS NTAPI RtlUnicodeToUTF8N(PCHAR UTF8StringDestination, ULONG UTF8StringMaxByteCount,
    PULONG UTF8StringActualByteCount, PCWCH UnicodeStringSource, ULONG UnicodeStringByteCount);

WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR SourceCharacter);

BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptorInput,
    ULONG SecurityDescriptorLength, SECURITY_INFORMATION RequiredInformation);

BOOLEAN NTAPI RtlValidSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);

NTSTATUS NTAPI RtlVerifyVersionInfo(PRTL_OSVERSIONINFOEXW VersionInfo, ULONG TypeMask,
    ULONGLONG ConditionMask);

NTSTATUS NTAPI RtlWriteRegistryValue(ULONG RelativeTo, PCWSTR Path, PCWSTR ValueName,
    ULONG ValueType, PVOID ValueData, ULONG ValueLength);

ULONG NTAPI RtlxAnsiStringToUnicodeSize(PCANSI_STRING AnsiString);
ULONG NTAPI RtlxUnicodeStringToAnsiSize(PCUNICODE_STRING UnicodeString);

BOOLEAN NTAPI SeAccessCheck(PSECURITY_DESCRIPTOR SecurityDescriptor,
    PSECURITY_SUBJECT_CONTEXT SubjectSecurityContext, BOOLEAN SubjectContextLocked,
    ACCESS_MASK DesiredAccess, ACCESS_MASK PreviouslyGrantedAccess, PPRIVILEGE_SET *Privileges,
    PGENERIC_MAPPING GenericMapping, KPROCESSOR_MODE AccessMode, PACCESS_MASK GrantedAccess,
    PNTSTATUS AccessStatus);

NTSTATUS NTAPI SeAssignSecurity(PSECURITY_DESCRIPTOR ParentDescriptor,
    PSECURITY_DESCRIPTOR ExplicitDescriptor, PSECURITY_DESCRIPTOR *NewDescriptor,
    BOOLEAN IsDirectoryObject, PSECURITY_SUBJECT_CONTEXT SubjectContext,
    PGENERIC_MAPPING GenericMapping, POOL_TYPE PoolType);

NTSTATUS NTAPI SeAssignSecurityEx(PSECURITY_DESCRIPTOR ParentDescriptor,
    PSECURITY_DESCRIPTOR ExplicitDescriptor, PSECURITY_DESCRIPTOR *NewDescriptor,
    GUID *ObjectType, BOOLEAN IsDirectoryObject, ULONG AutoInheritFlags,
    PSECURITY_SUBJECT_CONTEXT SubjectContext, PGENERIC_MAPPING GenericMapping, POOL_TYPE PoolType);

void NTAPI SeCaptureSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);

ULONG NTAPI SeComputeAutoInheritByObjectType(PVOID ObjectType,
    PSECURITY_DESCRIPTOR SecurityDescriptor, PSECURITY_DESCRIPTOR ParentSecurityDescriptor);

NTSTATUS NTAPI SeDeassignSecurity(PSECURITY_DESCRIPTOR *SecurityDescriptor);
NTSTATUS NTAPI SeEtwWriteKMCveEvent(PCUNICODE_STRING CveId, PCUNICODE_STRING AdditionalDetails);
void NTAPI SeLockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);
ULONG NTAPI SeObjectCreateSaclAccessBits(PSECURITY_DESCRIPTOR SecurityDescriptor);

NTSTATUS NTAPI SeRegisterImageVerificationCallback(SE_IMAGE_TYPE ImageType,
    SE_IMAGE_VERIFICATION_CALLBACK_TYPE CallbackType,
    PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext,
    SE_IMAGE_VERIFICATION_CALLBACK_TOKEN Token, PVOID *CallbackHandle);

void NTAPI SeReleaseSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);

NTSTATUS NTAPI SeReportSecurityEvent(ULONG Flags, PUNICODE_STRING SourceName, PSID UserSid,
    PSE_ADT_PARAMETER_ARRAY AuditParameters);

NTSTATUS NTAPI SeSetAuditParameter(PSE_ADT_PARAMETER_ARRAY AuditParameters,
    SE_ADT_PARAMETER_TYPE Type, ULONG Index, PVOID Data);

void NTAPI SeUnlockSubjectContext(PSECURITY_SUBJECT_CONTEXT SubjectContext);
void NTAPI SeUnregisterImageVerificationCallback(PVOID CallbackHandle);
BOOLEAN NTAPI SeValidSecurityDescriptor(ULONG Length, PSECURITY_DESCRIPTOR SecurityDescriptor);
NTSTATUS NTAPI TmCommitComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmCommitEnlistment(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmCommitTransaction(PKTRANSACTION Transaction, BOOLEAN Wait);

NTSTATUS NTAPI TmCreateEnlistment(PHANDLE EnlistmentHandle, KPROCESSOR_MODE PreviousMode,
    ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PRKRESOURCEMANAGER ResourceManager, PKTRANSACTION Transaction, ULONG CreateOptions,
    NOTIFICATION_MASK NotificationMask, PVOID EnlistmentKey);

NTSTATUS NTAPI TmDereferenceEnlistmentKey(PKENLISTMENT Enlistment, PBOOLEAN LastReference);

NTSTATUS NTAPI TmEnableCallbacks(PKRESOURCEMANAGER ResourceManager,
    PTM_RM_NOTIFICATION CallbackRoutine, PVOID RMKey);

void NTAPI TmGetTransactionId(PKTRANSACTION Transaction, PUOW TransactionId);

NTSTATUS NTAPI TmInitializeTransactionManager(PRKTM TransactionManager,
    PCUNICODE_STRING LogFileName, PGUID TmId, ULONG CreateOptions);

BOOLEAN NTAPI TmIsTransactionActive(PKTRANSACTION Transaction);
NTSTATUS NTAPI TmPrePrepareComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmPrePrepareEnlistment(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmPrepareComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmPrepareEnlistment(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);

NTSTATUS NTAPI TmPropagationComplete(PKRESOURCEMANAGER ResourceManager, ULONG RequestCookie,
    ULONG BufferLength, PVOID Buffer);

NTSTATUS NTAPI TmPropagationFailed(PKRESOURCEMANAGER ResourceManager, ULONG RequestCookie,
    NTSTATUS Status);

NTSTATUS NTAPI TmReadOnlyEnlistment(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmRecoverEnlistment(PKENLISTMENT Enlistment, PVOID EnlistmentKey);
NTSTATUS NTAPI TmRecoverResourceManager(PKRESOURCEMANAGER ResourceManager);
NTSTATUS NTAPI TmRecoverTransactionManager(PKTM Tm, PLARGE_INTEGER TargetVirtualClock);
NTSTATUS NTAPI TmReferenceEnlistmentKey(PKENLISTMENT Enlistment, PVOID *Key);

NTSTATUS NTAPI TmRenameTransactionManager(PUNICODE_STRING LogFileName,
    LPGUID ExistingTransactionManagerGuid);

NTSTATUS NTAPI TmRequestOutcomeEnlistment(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmRollbackComplete(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmRollbackEnlistment(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI TmRollbackTransaction(PKTRANSACTION Transaction, BOOLEAN Wait);
NTSTATUS NTAPI TmSinglePhaseReject(PKENLISTMENT Enlistment, PLARGE_INTEGER TmVirtualClock);
ULONGLONG NTAPI VerSetConditionMask(ULONGLONG ConditionMask, ULONG TypeMask, UCHAR Condition);

NTSTATUS NTAPI VslCreateSecureSection(PHANDLE Handle, PEPROCESS TargetProcess, PMDL Mdl,
    ULONG DevicePageProtection, ULONG Attributes);

NTSTATUS NTAPI VslDeleteSecureSection(HANDLE GlobalHandle);
void NTAPI WRITE_PORT_BUFFER_UCHAR(PUCHAR Port, PUCHAR Buffer, ULONG Count);
void NTAPI WRITE_PORT_BUFFER_ULONG(PULONG Port, PULONG Buffer, ULONG Count);
void NTAPI WRITE_PORT_BUFFER_USHORT(PUSHORT Port, PUSHORT Buffer, ULONG Count);
void NTAPI WRITE_PORT_UCHAR(PUCHAR Port, UCHAR Value);
void NTAPI WRITE_PORT_ULONG(PULONG Port, ULONG Value);
void NTAPI WRITE_PORT_USHORT(PUSHORT Port, USHORT Value);
void NTAPI WRITE_REGISTER_BUFFER_UCHAR(volatile UCHAR *Register, PUCHAR Buffer, ULONG Count);
void NTAPI WRITE_REGISTER_BUFFER_ULONG(volatile ULONG *Register, PULONG Buffer, ULONG Count);
void NTAPI WRITE_REGISTER_BUFFER_ULONG64(volatile ULONG64 *Register, PULONG64 Buffer, ULONG Count);
void NTAPI WRITE_REGISTER_BUFFER_USHORT(volatile USHORT *Register, PUSHORT Buffer, ULONG Count);
void NTAPI WRITE_REGISTER_UCHAR(volatile UCHAR *Register, UCHAR Value);
void NTAPI WRITE_REGISTER_ULONG(volatile ULONG *Register, ULONG Value);
void NTAPI WRITE_REGISTER_ULONG64(volatile ULONG64 *Register, ULONG64 Value);
void NTAPI WRITE_REGISTER_USHORT(volatile USHORT *Register, USHORT Value);

NTSTATUS NTAPI WmiQueryTraceInformation(TRACE_INFORMATION_CLASS TraceInformationClass,
    PVOID TraceInformation, ULONG TraceInformationLength, PULONG RequiredLength, PVOID Buffer);

NTSTATUS NTAPI ZwClose(HANDLE Handle);
NTSTATUS NTAPI ZwCommitComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwCommitEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwCommitRegistryTransaction(HANDLE TransactionHandle, ULONG Flags);
NTSTATUS NTAPI ZwCommitTransaction(HANDLE TransactionHandle, BOOLEAN Wait);

NTSTATUS NTAPI ZwCreateDirectoryObject(PHANDLE DirectoryHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwCreateEnlistment(PHANDLE EnlistmentHandle, ACCESS_MASK DesiredAccess,
    HANDLE ResourceManagerHandle, HANDLE TransactionHandle, POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions, NOTIFICATION_MASK NotificationMask, PVOID EnlistmentKey);

NTSTATUS NTAPI ZwCreateFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess,
    ULONG CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength);

NTSTATUS NTAPI ZwCreateKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, ULONG TitleIndex, PUNICODE_STRING Class,
    ULONG CreateOptions, PULONG Disposition);

NTSTATUS NTAPI ZwCreateKeyTransacted(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, ULONG TitleIndex, PUNICODE_STRING Class,
    ULONG CreateOptions, HANDLE TransactionHandle, PULONG Disposition);

NTSTATUS NTAPI ZwCreateRegistryTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, ULONG CreateOptions);

NTSTATUS NTAPI ZwCreateResourceManager(PHANDLE ResourceManagerHandle, ACCESS_MASK DesiredAccess,
    HANDLE TmHandle, LPGUID ResourceManagerGuid, POBJECT_ATTRIBUTES ObjectAttributes,
    ULONG CreateOptions, PUNICODE_STRING Description);

NTSTATUS NTAPI ZwCreateSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PLARGE_INTEGER MaximumSize, ULONG SectionPageProtection,
    ULONG AllocationAttributes, HANDLE FileHandle);

NTSTATUS NTAPI ZwCreateTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow, HANDLE TmHandle, ULONG CreateOptions,
    ULONG IsolationLevel, ULONG IsolationFlags, PLARGE_INTEGER Timeout,
    PUNICODE_STRING Description);

NTSTATUS NTAPI ZwCreateTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PUNICODE_STRING LogFileName, ULONG CreateOptions,
    ULONG CommitStrength);

NTSTATUS NTAPI ZwDeleteKey(HANDLE KeyHandle);
NTSTATUS NTAPI ZwDeleteValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName);

NTSTATUS NTAPI ZwEnumerateKey(HANDLE KeyHandle, ULONG Index,
    KEY_INFORMATION_CLASS KeyInformationClass, PVOID KeyInformation, ULONG Length,
    PULONG ResultLength);

NTSTATUS NTAPI ZwEnumerateTransactionObject(HANDLE RootObjectHandle, KTMOBJECT_TYPE QueryType,
    PKTMOBJECT_CURSOR ObjectCursor, ULONG ObjectCursorLength, PULONG ReturnLength);

NTSTATUS NTAPI ZwEnumerateValueKey(HANDLE KeyHandle, ULONG Index,
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass, PVOID KeyValueInformation, ULONG Length,
    PULONG ResultLength);

NTSTATUS NTAPI ZwFlushKey(HANDLE KeyHandle);

NTSTATUS NTAPI ZwGetNotificationResourceManager(HANDLE ResourceManagerHandle,
    PTRANSACTION_NOTIFICATION TransactionNotification, ULONG NotificationLength,
    PLARGE_INTEGER Timeout, PULONG ReturnLength, ULONG Asynchronous, ULONG_PTR AsynchronousContext);

NTSTATUS NTAPI ZwLoadDriver(PUNICODE_STRING DriverServiceName);
NTSTATUS NTAPI ZwMakeTemporaryObject(HANDLE Handle);

NTSTATUS NTAPI ZwMapViewOfSection(HANDLE SectionHandle, HANDLE ProcessHandle, PVOID *BaseAddress,
    ULONG_PTR ZeroBits, SIZE_T CommitSize, PLARGE_INTEGER SectionOffset, PSIZE_T ViewSize,
    SECTION_INHERIT InheritDisposition, ULONG AllocationType, ULONG Win32Protect);

NTSTATUS NTAPI ZwOpenEnlistment(PHANDLE EnlistmentHandle, ACCESS_MASK DesiredAccess,
    HANDLE RmHandle, LPGUID EnlistmentGuid, POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwOpenEvent(PHANDLE EventHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwOpenFile(PHANDLE FileHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess,
    ULONG OpenOptions);

NTSTATUS NTAPI ZwOpenKey(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwOpenKeyEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, ULONG OpenOptions);

NTSTATUS NTAPI ZwOpenKeyTransacted(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, HANDLE TransactionHandle);

NTSTATUS NTAPI ZwOpenKeyTransactedEx(PHANDLE KeyHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, ULONG OpenOptions, HANDLE TransactionHandle);

NTSTATUS NTAPI ZwOpenResourceManager(PHANDLE ResourceManagerHandle, ACCESS_MASK DesiredAccess,
    HANDLE TmHandle, LPGUID ResourceManagerGuid, POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwOpenSection(PHANDLE SectionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwOpenSymbolicLinkObject(PHANDLE LinkHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes);

NTSTATUS NTAPI ZwOpenTransaction(PHANDLE TransactionHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, LPGUID Uow, HANDLE TmHandle);

NTSTATUS NTAPI ZwOpenTransactionManager(PHANDLE TmHandle, ACCESS_MASK DesiredAccess,
    POBJECT_ATTRIBUTES ObjectAttributes, PUNICODE_STRING LogFileName, LPGUID TmIdentity,
    ULONG OpenOptions);

NTSTATUS NTAPI ZwPrePrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwPrePrepareEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwPrepareComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwPrepareEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);

NTSTATUS NTAPI ZwQueryFullAttributesFile(POBJECT_ATTRIBUTES ObjectAttributes,
    PFILE_NETWORK_OPEN_INFORMATION FileInformation);

NTSTATUS NTAPI ZwQueryInformationByName(POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass);

NTSTATUS NTAPI ZwQueryInformationEnlistment(HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass, PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength, PULONG ReturnLength);

NTSTATUS NTAPI ZwQueryInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);

NTSTATUS NTAPI ZwQueryInformationResourceManager(HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation, ULONG ResourceManagerInformationLength, PULONG ReturnLength);

NTSTATUS NTAPI ZwQueryInformationTransaction(HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass, PVOID TransactionInformation,
    ULONG TransactionInformationLength, PULONG ReturnLength);

NTSTATUS NTAPI ZwQueryInformationTransactionManager(HANDLE TransactionManagerHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation, ULONG TransactionManagerInformationLength,
    PULONG ReturnLength);

NTSTATUS NTAPI ZwQueryKey(HANDLE KeyHandle, KEY_INFORMATION_CLASS KeyInformationClass,
    PVOID KeyInformation, ULONG Length, PULONG ResultLength);

NTSTATUS NTAPI ZwQuerySymbolicLinkObject(HANDLE LinkHandle, PUNICODE_STRING LinkTarget,
    PULONG ReturnedLength);

NTSTATUS NTAPI ZwQueryValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName,
    KEY_VALUE_INFORMATION_CLASS KeyValueInformationClass, PVOID KeyValueInformation, ULONG Length,
    PULONG ResultLength);

NTSTATUS NTAPI ZwReadFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
    PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length,
    PLARGE_INTEGER ByteOffset, PULONG Key);

NTSTATUS NTAPI ZwReadOnlyEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwRecoverEnlistment(HANDLE EnlistmentHandle, PVOID EnlistmentKey);
NTSTATUS NTAPI ZwRecoverResourceManager(HANDLE ResourceManagerHandle);
NTSTATUS NTAPI ZwRecoverTransactionManager(HANDLE TransactionManagerHandle);
NTSTATUS NTAPI ZwRenameKey(HANDLE KeyHandle, PUNICODE_STRING NewName);
NTSTATUS NTAPI ZwRestoreKey(HANDLE KeyHandle, HANDLE FileHandle, ULONG Flags);
NTSTATUS NTAPI ZwRollbackComplete(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwRollbackEnlistment(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwRollbackTransaction(HANDLE TransactionHandle, BOOLEAN Wait);

NTSTATUS NTAPI ZwRollforwardTransactionManager(HANDLE TransactionManagerHandle,
    PLARGE_INTEGER TmVirtualClock);

NTSTATUS NTAPI ZwSaveKey(HANDLE KeyHandle, HANDLE FileHandle);
NTSTATUS NTAPI ZwSaveKeyEx(HANDLE KeyHandle, HANDLE FileHandle, ULONG Format);

NTSTATUS NTAPI ZwSetInformationEnlistment(HANDLE EnlistmentHandle,
    ENLISTMENT_INFORMATION_CLASS EnlistmentInformationClass, PVOID EnlistmentInformation,
    ULONG EnlistmentInformationLength);

NTSTATUS NTAPI ZwSetInformationFile(HANDLE FileHandle, PIO_STATUS_BLOCK IoStatusBlock,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);

NTSTATUS NTAPI ZwSetInformationKey(HANDLE KeyHandle,
    KEY_SET_INFORMATION_CLASS KeySetInformationClass, PVOID KeySetInformation,
    ULONG KeySetInformationLength);

NTSTATUS NTAPI ZwSetInformationResourceManager(HANDLE ResourceManagerHandle,
    RESOURCEMANAGER_INFORMATION_CLASS ResourceManagerInformationClass,
    PVOID ResourceManagerInformation, ULONG ResourceManagerInformationLength);

NTSTATUS NTAPI ZwSetInformationTransaction(HANDLE TransactionHandle,
    TRANSACTION_INFORMATION_CLASS TransactionInformationClass, PVOID TransactionInformation,
    ULONG TransactionInformationLength);

NTSTATUS NTAPI ZwSetInformationTransactionManager(HANDLE TmHandle,
    TRANSACTIONMANAGER_INFORMATION_CLASS TransactionManagerInformationClass,
    PVOID TransactionManagerInformation, ULONG TransactionManagerInformationLength);

NTSTATUS NTAPI ZwSetValueKey(HANDLE KeyHandle, PUNICODE_STRING ValueName, ULONG TitleIndex,
    ULONG Type, PVOID Data, ULONG DataSize);

NTSTATUS NTAPI ZwSinglePhaseReject(HANDLE EnlistmentHandle, PLARGE_INTEGER TmVirtualClock);
NTSTATUS NTAPI ZwUnloadDriver(PUNICODE_STRING DriverServiceName);
NTSTATUS NTAPI ZwUnmapViewOfSection(HANDLE ProcessHandle, PVOID BaseAddress);

NTSTATUS NTAPI ZwWriteFile(HANDLE FileHandle, HANDLE Event, PIO_APC_ROUTINE ApcRoutine,
    PVOID ApcContext, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length,
    PLARGE_INTEGER ByteOffset, PULONG Key);

ULONG NTAPI vDbgPrintEx(ULONG ComponentId, ULONG Level, PCCH Format, WDK_VA_LIST arglist);

ULONG NTAPI vDbgPrintExWithPrefix(PCCH Prefix, ULONG ComponentId, ULONG Level, PCCH Format,
    WDK_VA_LIST arglist);

PVOID NTAPI ExAllocatePool2(POOL_FLAGS Flags, SIZE_T NumberOfBytes, ULONG Tag);
PVOID NTAPI ExAllocatePoolUninitialized(POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);

DEFINE_GUID(GUID_MAX_POWER_SAVINGS,
            0xA1841308, 0x3541, 0x4FAB, 0xBC, 0x81, 0xF7, 0x15, 0x56, 0xF2, 0x0B, 0x4A);

DEFINE_GUID(GUID_MIN_POWER_SAVINGS,
            0x8C5E7FDA, 0xE8BF, 0x4A96, 0x9A, 0x85, 0xA6, 0xE2, 0x3A, 0x8C, 0x63, 0x5C);

DEFINE_GUID(GUID_TYPICAL_POWER_SAVINGS,
            0x381B4222, 0xF694, 0x41F0, 0x96, 0x85, 0xFF, 0x5B, 0xB2, 0x60, 0xDF, 0x2E);

DEFINE_GUID(NO_SUBGROUP_GUID,
            0xFEA3413E, 0x7E05, 0x4911, 0x9A, 0x71, 0x70, 0x03, 0x31, 0xF1, 0xC2, 0x94);

DEFINE_GUID(ALL_POWERSCHEMES_GUID,
            0x68A1E95E, 0x13EA, 0x41E1, 0x80, 0x11, 0x0C, 0x49, 0x6C, 0xA4, 0x90, 0xB0);

DEFINE_GUID(GUID_POWERSCHEME_PERSONALITY,
            0x245D8541, 0x3943, 0x4422, 0xB0, 0x25, 0x13, 0xA7, 0x84, 0xF6, 0x79, 0xB7);

DEFINE_GUID(GUID_ACTIVE_POWERSCHEME,
            0x31F9F286, 0x5084, 0x42FE, 0xB7, 0x20, 0x2B, 0x02, 0x64, 0x99, 0x37, 0x63);

DEFINE_GUID(GUID_IDLE_RESILIENCY_SUBGROUP,
            0x2E601130, 0x5351, 0x4D9D, 0x8E, 0x04, 0x25, 0x29, 0x66, 0xBA, 0xD0, 0x54);

DEFINE_GUID(GUID_IDLE_RESILIENCY_PERIOD,
            0xC42B79AA, 0xAA3A, 0x484B, 0xA9, 0x8F, 0x2C, 0xF3, 0x2A, 0xA9, 0x0A, 0x28);

DEFINE_GUID(GUID_DEEP_SLEEP_ENABLED,
            0xD502F7EE, 0x1DC7, 0x4EFD, 0xA5, 0x5D, 0xF0, 0x4B, 0x6F, 0x5C, 0x05, 0x45);

DEFINE_GUID(GUID_DEEP_SLEEP_PLATFORM_STATE,
            0xD23F2FB8, 0x9536, 0x4038, 0x9C, 0x94, 0x1C, 0xE0, 0x2E, 0x5C, 0x21, 0x52);

DEFINE_GUID(GUID_DISK_COALESCING_POWERDOWN_TIMEOUT,
            0xC36F0EB4, 0x2988, 0x4A70, 0x8E, 0xEE, 0x08, 0x84, 0xFC, 0x2C, 0x24, 0x33);

DEFINE_GUID(GUID_EXECUTION_REQUIRED_REQUEST_TIMEOUT,
            0x3166BC41, 0x7E98, 0x4E03, 0xB3, 0x4E, 0xEC, 0x0F, 0x5F, 0x2B, 0x21, 0x8E);

DEFINE_GUID(GUID_VIDEO_SUBGROUP,
            0x7516B95F, 0xF776, 0x4464, 0x8C, 0x53, 0x06, 0x16, 0x7F, 0x40, 0xCC, 0x99);

DEFINE_GUID(GUID_VIDEO_POWERDOWN_TIMEOUT,
            0x3C0BC021, 0xC8A8, 0x4E07, 0xA9, 0x73, 0x6B, 0x14, 0xCB, 0xCB, 0x2B, 0x7E);

DEFINE_GUID(GUID_VIDEO_ANNOYANCE_TIMEOUT,
            0x82DBCF2D, 0xCD67, 0x40C5, 0xBF, 0xDC, 0x9F, 0x1A, 0x5C, 0xCD, 0x46, 0x63);

DEFINE_GUID(GUID_VIDEO_ADAPTIVE_PERCENT_INCREASE,
            0xEED904DF, 0xB142, 0x4183, 0xB1, 0x0B, 0x5A, 0x11, 0x97, 0xA3, 0x78, 0x64);

DEFINE_GUID(GUID_VIDEO_DIM_TIMEOUT,
            0x17AAA29B, 0x8B43, 0x4B94, 0xAA, 0xFE, 0x35, 0xF6, 0x4D, 0xAA, 0xF1, 0xEE);

DEFINE_GUID(GUID_VIDEO_ADAPTIVE_POWERDOWN,
            0x90959D22, 0xD6A1, 0x49B9, 0xAF, 0x93, 0xBC, 0xE8, 0x85, 0xAD, 0x33, 0x5B);

DEFINE_GUID(GUID_MONITOR_POWER_ON,
            0x02731015, 0x4510, 0x4526, 0x99, 0xE6, 0xE5, 0xA1, 0x7E, 0xBD, 0x1A, 0xEA);

DEFINE_GUID(GUID_DEVICE_POWER_POLICY_VIDEO_BRIGHTNESS,
            0xADED5E82, 0xB909, 0x4619, 0x99, 0x49, 0xF5, 0xD7, 0x1D, 0xAC, 0x0B, 0xCB);

DEFINE_GUID(GUID_DEVICE_POWER_POLICY_VIDEO_DIM_BRIGHTNESS,
            0xF1FBFDE2, 0xA960, 0x4165, 0x9F, 0x88, 0x50, 0x66, 0x79, 0x11, 0xCE, 0x96);

DEFINE_GUID(GUID_VIDEO_CURRENT_MONITOR_BRIGHTNESS,
            0x8FFEE2C6, 0x2D01, 0x46BE, 0xAD, 0xB9, 0x39, 0x8A, 0xDD, 0xC5, 0xB4, 0xFF);

DEFINE_GUID(GUID_VIDEO_ADAPTIVE_DISPLAY_BRIGHTNESS,
            0xFBD9AA66, 0x9553, 0x4097, 0xBA, 0x44, 0xED, 0x6E, 0x9D, 0x65, 0xEA, 0xB8);

DEFINE_GUID(GUID_CONSOLE_DISPLAY_STATE,
            0x6FE69556, 0x704A, 0x47A0, 0x8F, 0x24, 0xC2, 0x8D, 0x93, 0x6F, 0xDA, 0x47);

DEFINE_GUID(GUID_ALLOW_DISPLAY_REQUIRED,
            0xA9CEB8DA, 0xCD46, 0x44FB, 0xA9, 0x8B, 0x02, 0xAF, 0x69, 0xDE, 0x46, 0x23);

DEFINE_GUID(GUID_VIDEO_CONSOLE_LOCK_TIMEOUT,
            0x8EC4B3A5, 0x6868, 0x48C2, 0xBE, 0x75, 0x4F, 0x30, 0x44, 0xBE, 0x88, 0xA7);

DEFINE_GUID(GUID_ADAPTIVE_POWER_BEHAVIOR_SUBGROUP,
            0x8619B916, 0xE004, 0x4DD8, 0x9B, 0x66, 0xDA, 0xE8, 0x6F, 0x80, 0x66, 0x98);

DEFINE_GUID(GUID_NON_ADAPTIVE_INPUT_TIMEOUT,
            0x5ADBBFBC, 0x074E, 0x4DA1, 0xBA, 0x38, 0xDB, 0x8B, 0x36, 0xB2, 0xC8, 0xF3);

DEFINE_GUID(GUID_ADAPTIVE_INPUT_CONTROLLER_STATE,
            0x0E98FAE9, 0xF45A, 0x4DE1, 0xA7, 0x57, 0x60, 0x31, 0xF1, 0x97, 0xF6, 0xEA);

DEFINE_GUID(GUID_DISK_SUBGROUP,
            0x0012EE47, 0x9041, 0x4B5D, 0x9B, 0x77, 0x53, 0x5F, 0xBA, 0x8B, 0x14, 0x42);

DEFINE_GUID(GUID_DISK_MAX_POWER,
            0x51DEA550, 0xBB38, 0x4BC4, 0x99, 0x1B, 0xEA, 0xCF, 0x37, 0xBE, 0x5E, 0xC8);

DEFINE_GUID(GUID_DISK_POWERDOWN_TIMEOUT,
            0x6738E2C4, 0xE8A5, 0x4A42, 0xB1, 0x6A, 0xE0, 0x40, 0xE7, 0x69, 0x75, 0x6E);

DEFINE_GUID(GUID_DISK_IDLE_TIMEOUT,
            0x58E39BA8, 0xB8E6, 0x4EF6, 0x90, 0xD0, 0x89, 0xAE, 0x32, 0xB2, 0x58, 0xD6);

DEFINE_GUID(GUID_DISK_BURST_IGNORE_THRESHOLD,
            0x80E3C60E, 0xBB94, 0x4AD8, 0xBB, 0xE0, 0x0D, 0x31, 0x95, 0xEF, 0xC6, 0x63);

DEFINE_GUID(GUID_DISK_ADAPTIVE_POWERDOWN,
            0x396A32E1, 0x499A, 0x40B2, 0x91, 0x24, 0xA9, 0x6A, 0xFE, 0x70, 0x76, 0x67);

DEFINE_GUID(GUID_SLEEP_SUBGROUP,
            0x238C9FA8, 0x0AAD, 0x41ED, 0x83, 0xF4, 0x97, 0xBE, 0x24, 0x2C, 0x8F, 0x20);

DEFINE_GUID(GUID_SLEEP_IDLE_THRESHOLD,
            0x81CD32E0, 0x7833, 0x44F3, 0x87, 0x37, 0x70, 0x81, 0xF3, 0x8D, 0x1F, 0x70);

DEFINE_GUID(GUID_STANDBY_TIMEOUT,
            0x29F6C1DB, 0x86DA, 0x48C5, 0x9F, 0xDB, 0xF2, 0xB6, 0x7B, 0x1F, 0x44, 0xDA);

DEFINE_GUID(GUID_UNATTEND_SLEEP_TIMEOUT,
            0x7BC4A2F9, 0xD8FC, 0x4469, 0xB0, 0x7B, 0x33, 0xEB, 0x78, 0x5A, 0xAC, 0xA0);

DEFINE_GUID(GUID_HIBERNATE_TIMEOUT,
            0x9D7815A6, 0x7EE4, 0x497E, 0x88, 0x88, 0x51, 0x5A, 0x05, 0xF0, 0x23, 0x64);

DEFINE_GUID(GUID_HIBERNATE_FASTS4_POLICY,
            0x94AC6D29, 0x73CE, 0x41A6, 0x80, 0x9F, 0x63, 0x63, 0xBA, 0x21, 0xB4, 0x7E);

DEFINE_GUID(GUID_CRITICAL_POWER_TRANSITION,
            0xB7A27025, 0xE569, 0x46C2, 0xA5, 0x04, 0x2B, 0x96, 0xCA, 0xD2, 0x25, 0xA1);

DEFINE_GUID(GUID_SYSTEM_AWAYMODE,
            0x98A7F580, 0x01F7, 0x48AA, 0x9C, 0x0F, 0x44, 0x35, 0x2C, 0x29, 0xE5, 0xC0);

DEFINE_GUID(GUID_ALLOW_AWAYMODE,
            0x25DFA149, 0x5DD1, 0x4736, 0xB5, 0xAB, 0xE8, 0xA3, 0x7B, 0x5B, 0x81, 0x87);

DEFINE_GUID(GUID_USER_PRESENCE_PREDICTION,
            0x82011705, 0xFB95, 0x4D46, 0x8D, 0x35, 0x40, 0x42, 0xB1, 0xD2, 0x0D, 0xEF);

DEFINE_GUID(GUID_STANDBY_BUDGET_GRACE_PERIOD,
            0x60C07FE1, 0x0556, 0x45CF, 0x99, 0x03, 0xD5, 0x6E, 0x32, 0x21, 0x02, 0x42);

DEFINE_GUID(GUID_STANDBY_BUDGET_PERCENT,
            0x9FE527BE, 0x1B70, 0x48DA, 0x93, 0x0D, 0x7B, 0xCF, 0x17, 0xB4, 0x49, 0x90);

DEFINE_GUID(GUID_STANDBY_RESERVE_GRACE_PERIOD,
            0xC763EE92, 0x71E8, 0x4127, 0x84, 0xEB, 0xF6, 0xED, 0x04, 0x3A, 0x3E, 0x3D);

DEFINE_GUID(GUID_STANDBY_RESERVE_TIME,
            0x468FE7E5, 0x1158, 0x46EC, 0x88, 0xBC, 0x5B, 0x96, 0xC9, 0xE4, 0x4F, 0xD0);

DEFINE_GUID(GUID_STANDBY_RESET_PERCENT,
            0x49CB11A5, 0x56E2, 0x4AFB, 0x9D, 0x38, 0x3D, 0xF4, 0x78, 0x72, 0xE2, 0x1B);

DEFINE_GUID(GUID_ALLOW_STANDBY_STATES,
            0xABFC2519, 0x3608, 0x4C2A, 0x94, 0xEA, 0x17, 0x1B, 0x0E, 0xD5, 0x46, 0xAB);

DEFINE_GUID(GUID_ALLOW_RTC_WAKE,
            0xBD3B718A, 0x0680, 0x4D9D, 0x8A, 0xB2, 0xE1, 0xD2, 0xB4, 0xAC, 0x80, 0x6D);

DEFINE_GUID(GUID_LEGACY_RTC_MITIGATION,
            0x1A34BDC3, 0x7E6B, 0x442E, 0xA9, 0xD0, 0x64, 0xB6, 0xEF, 0x37, 0x8E, 0x84);

DEFINE_GUID(GUID_ALLOW_SYSTEM_REQUIRED,
            0xA4B195F5, 0x8225, 0x47D8, 0x80, 0x12, 0x9D, 0x41, 0x36, 0x97, 0x86, 0xE2);

DEFINE_GUID(GUID_POWER_SAVING_STATUS,
            0xE00958C0, 0xC213, 0x4ACE, 0xAC, 0x77, 0xFE, 0xCC, 0xED, 0x2E, 0xEE, 0xA5);

DEFINE_GUID(GUID_ENERGY_SAVER_SUBGROUP,
            0xDE830923, 0xA562, 0x41AF, 0xA0, 0x86, 0xE3, 0xA2, 0xC6, 0xBA, 0xD2, 0xDA);

DEFINE_GUID(GUID_ENERGY_SAVER_BATTERY_THRESHOLD,
            0xE69653CA, 0xCF7F, 0x4F05, 0xAA, 0x73, 0xCB, 0x83, 0x3F, 0xA9, 0x0A, 0xD4);

DEFINE_GUID(GUID_ENERGY_SAVER_BRIGHTNESS,
            0x13D09884, 0xF74E, 0x474A, 0xA8, 0x52, 0xB6, 0xBD, 0xE8, 0xAD, 0x03, 0xA8);

DEFINE_GUID(GUID_ENERGY_SAVER_POLICY,
            0x5C5BB349, 0xAD29, 0x4EE2, 0x9D, 0x0B, 0x2B, 0x25, 0x27, 0x0F, 0x7A, 0x81);

DEFINE_GUID(GUID_SYSTEM_BUTTON_SUBGROUP,
            0x4F971E89, 0xEEBD, 0x4455, 0xA8, 0xDE, 0x9E, 0x59, 0x04, 0x0E, 0x73, 0x47);

DEFINE_GUID(GUID_POWERBUTTON_ACTION,
            0x7648EFA3, 0xDD9C, 0x4E3E, 0xB5, 0x66, 0x50, 0xF9, 0x29, 0x38, 0x62, 0x80);

DEFINE_GUID(GUID_SLEEPBUTTON_ACTION,
            0x96996BC0, 0xAD50, 0x47EC, 0x92, 0x3B, 0x6F, 0x41, 0x87, 0x4D, 0xD9, 0xEB);

DEFINE_GUID(GUID_USERINTERFACEBUTTON_ACTION,
            0xA7066653, 0x8D6C, 0x40A8, 0x91, 0x0E, 0xA1, 0xF5, 0x4B, 0x84, 0xC7, 0xE5);

DEFINE_GUID(GUID_LIDCLOSE_ACTION,
            0x5CA83367, 0x6E45, 0x459F, 0xA2, 0x7B, 0x47, 0x6B, 0x1D, 0x01, 0xC9, 0x36);

DEFINE_GUID(GUID_LIDOPEN_POWERSTATE,
            0x99FF10E7, 0x23B1, 0x4C07, 0xA9, 0xD1, 0x5C, 0x32, 0x06, 0xD7, 0x41, 0xB4);

DEFINE_GUID(GUID_BATTERY_SUBGROUP,
            0xE73A048D, 0xBF27, 0x4F12, 0x97, 0x31, 0x8B, 0x20, 0x76, 0xE8, 0x89, 0x1F);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_ACTION_0,
            0x637EA02F, 0xBBCB, 0x4015, 0x8E, 0x2C, 0xA1, 0xC7, 0xB9, 0xC0, 0xB5, 0x46);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_LEVEL_0,
            0x9A66D8D7, 0x4FF7, 0x4EF9, 0xB5, 0xA2, 0x5A, 0x32, 0x6C, 0xA2, 0xA4, 0x69);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_FLAGS_0,
            0x5DBB7C9F, 0x38E9, 0x40D2, 0x97, 0x49, 0x4F, 0x8A, 0x0E, 0x9F, 0x64, 0x0F);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_ACTION_1,
            0xD8742DCB, 0x3E6A, 0x4B3C, 0xB3, 0xFE, 0x37, 0x46, 0x23, 0xCD, 0xCF, 0x06);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_LEVEL_1,
            0x8183BA9A, 0xE910, 0x48DA, 0x87, 0x69, 0x14, 0xAE, 0x6D, 0xC1, 0x17, 0x0A);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_FLAGS_1,
            0xBCDED951, 0x187B, 0x4D05, 0xBC, 0xCC, 0xF7, 0xE5, 0x19, 0x60, 0xC2, 0x58);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_ACTION_2,
            0x421CBA38, 0x1A8E, 0x4881, 0xAC, 0x89, 0xE3, 0x3A, 0x8B, 0x04, 0xEC, 0xE4);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_LEVEL_2,
            0x07A07CA2, 0xADAF, 0x40D7, 0xB0, 0x77, 0x53, 0x3A, 0xAD, 0xED, 0x1B, 0xFA);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_FLAGS_2,
            0x7FD2F0C4, 0xFEB7, 0x4DA3, 0x81, 0x17, 0xE3, 0xFB, 0xED, 0xC4, 0x65, 0x82);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_ACTION_3,
            0x80472613, 0x9780, 0x455E, 0xB3, 0x08, 0x72, 0xD3, 0x00, 0x3C, 0xF2, 0xF8);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_LEVEL_3,
            0x58AFD5A6, 0xC2DD, 0x47D2, 0x9F, 0xBF, 0xEF, 0x70, 0xCC, 0x5C, 0x59, 0x65);

DEFINE_GUID(GUID_BATTERY_DISCHARGE_FLAGS_3,
            0x73613CCF, 0xDBFA, 0x4279, 0x83, 0x56, 0x49, 0x35, 0xF6, 0xBF, 0x62, 0xF3);

DEFINE_GUID(GUID_PROCESSOR_SETTINGS_SUBGROUP,
            0x54533251, 0x82BE, 0x4824, 0x96, 0xC1, 0x47, 0xB6, 0x0B, 0x74, 0x0D, 0x00);

DEFINE_GUID(GUID_PROCESSOR_THROTTLE_POLICY,
            0x57027304, 0x4AF6, 0x4104, 0x92, 0x60, 0xE3, 0xD9, 0x52, 0x48, 0xFC, 0x36);

DEFINE_GUID(GUID_PROCESSOR_THROTTLE_MAXIMUM,
            0xBC5038F7, 0x23E0, 0x4960, 0x96, 0xDA, 0x33, 0xAB, 0xAF, 0x59, 0x35, 0xEC);

DEFINE_GUID(GUID_PROCESSOR_THROTTLE_MAXIMUM_1,
            0xBC5038F7, 0x23E0, 0x4960, 0x96, 0xDA, 0x33, 0xAB, 0xAF, 0x59, 0x35, 0xED);

DEFINE_GUID(GUID_PROCESSOR_THROTTLE_MINIMUM,
            0x893DEE8E, 0x2BEF, 0x41E0, 0x89, 0xC6, 0xB5, 0x5D, 0x09, 0x29, 0x96, 0x4C);

DEFINE_GUID(GUID_PROCESSOR_THROTTLE_MINIMUM_1,
            0x893DEE8E, 0x2BEF, 0x41E0, 0x89, 0xC6, 0xB5, 0x5D, 0x09, 0x29, 0x96, 0x4D);

DEFINE_GUID(GUID_PROCESSOR_FREQUENCY_LIMIT,
            0x75B0AE3F, 0xBCE0, 0x45A7, 0x8C, 0x89, 0xC9, 0x61, 0x1C, 0x25, 0xE1, 0x00);

DEFINE_GUID(GUID_PROCESSOR_FREQUENCY_LIMIT_1,
            0x75B0AE3F, 0xBCE0, 0x45A7, 0x8C, 0x89, 0xC9, 0x61, 0x1C, 0x25, 0xE1, 0x01);

DEFINE_GUID(GUID_PROCESSOR_ALLOW_THROTTLING,
            0x3B04D4FD, 0x1CC7, 0x4F23, 0xAB, 0x1C, 0xD1, 0x33, 0x78, 0x19, 0xC4, 0xBB);

DEFINE_GUID(GUID_PROCESSOR_IDLESTATE_POLICY,
            0x68F262A7, 0xF621, 0x4069, 0xB9, 0xA5, 0x48, 0x74, 0x16, 0x9B, 0xE2, 0x3C);

DEFINE_GUID(GUID_PROCESSOR_PERFSTATE_POLICY,
            0xBBDC3814, 0x18E9, 0x4463, 0x8A, 0x55, 0xD1, 0x97, 0x32, 0x7C, 0x45, 0xC0);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_THRESHOLD,
            0x06CADF0E, 0x64ED, 0x448A, 0x89, 0x27, 0xCE, 0x7B, 0xF9, 0x0E, 0xB3, 0x5D);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_THRESHOLD_1,
            0x06CADF0E, 0x64ED, 0x448A, 0x89, 0x27, 0xCE, 0x7B, 0xF9, 0x0E, 0xB3, 0x5E);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_THRESHOLD,
            0x12A0AB44, 0xFE28, 0x4FA9, 0xB3, 0xBD, 0x4B, 0x64, 0xF4, 0x49, 0x60, 0xA6);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_THRESHOLD_1,
            0x12A0AB44, 0xFE28, 0x4FA9, 0xB3, 0xBD, 0x4B, 0x64, 0xF4, 0x49, 0x60, 0xA7);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_POLICY,
            0x465E1F50, 0xB610, 0x473A, 0xAB, 0x58, 0x00, 0xD1, 0x07, 0x7D, 0xC4, 0x18);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_POLICY_1,
            0x465E1F50, 0xB610, 0x473A, 0xAB, 0x58, 0x00, 0xD1, 0x07, 0x7D, 0xC4, 0x19);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_POLICY,
            0x40FBEFC7, 0x2E9D, 0x4D25, 0xA1, 0x85, 0x0C, 0xFD, 0x85, 0x74, 0xBA, 0xC6);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_POLICY_1,
            0x40FBEFC7, 0x2E9D, 0x4D25, 0xA1, 0x85, 0x0C, 0xFD, 0x85, 0x74, 0xBA, 0xC7);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_TIME,
            0x984CF492, 0x3BED, 0x4488, 0xA8, 0xF9, 0x42, 0x86, 0xC9, 0x7B, 0xF5, 0xAA);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_TIME_1,
            0x984CF492, 0x3BED, 0x4488, 0xA8, 0xF9, 0x42, 0x86, 0xC9, 0x7B, 0xF5, 0xAB);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_TIME,
            0xD8EDEB9B, 0x95CF, 0x4F95, 0xA7, 0x3C, 0xB0, 0x61, 0x97, 0x36, 0x93, 0xC8);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_TIME_1,
            0xD8EDEB9B, 0x95CF, 0x4F95, 0xA7, 0x3C, 0xB0, 0x61, 0x97, 0x36, 0x93, 0xC9);

DEFINE_GUID(GUID_PROCESSOR_PERF_TIME_CHECK,
            0x4D2B0152, 0x7D5C, 0x498B, 0x88, 0xE2, 0x34, 0x34, 0x53, 0x92, 0xA2, 0xC5);

DEFINE_GUID(GUID_PROCESSOR_PERF_BOOST_POLICY,
            0x45BCC044, 0xD885, 0x43E2, 0x86, 0x05, 0xEE, 0x0E, 0xC6, 0xE9, 0x6B, 0x59);

DEFINE_GUID(GUID_PROCESSOR_PERF_BOOST_MODE,
            0xBE337238, 0x0D82, 0x4146, 0xA9, 0x60, 0x4F, 0x37, 0x49, 0xD4, 0x70, 0xC7);

DEFINE_GUID(GUID_PROCESSOR_PERF_AUTONOMOUS_MODE,
            0x8BAA4A8A, 0x14C6, 0x4451, 0x8E, 0x8B, 0x14, 0xBD, 0xBD, 0x19, 0x75, 0x37);

DEFINE_GUID(GUID_PROCESSOR_PERF_ENERGY_PERFORMANCE_PREFERENCE,
            0x36687F9E, 0xE3A5, 0x4DBF, 0xB1, 0xDC, 0x15, 0xEB, 0x38, 0x1C, 0x68, 0x63);

DEFINE_GUID(GUID_PROCESSOR_PERF_AUTONOMOUS_ACTIVITY_WINDOW,
            0xCFEDA3D0, 0x7697, 0x4566, 0xA9, 0x22, 0xA9, 0x08, 0x6C, 0xD4, 0x9D, 0xFA);

DEFINE_GUID(GUID_PROCESSOR_DUTY_CYCLING,
            0x4E4450B3, 0x6179, 0x4E91, 0xB8, 0xF1, 0x5B, 0xB9, 0x93, 0x8F, 0x81, 0xA1);

DEFINE_GUID(GUID_PROCESSOR_IDLE_ALLOW_SCALING,
            0x6C2993B0, 0x8F48, 0x481F, 0xBC, 0xC6, 0x00, 0xDD, 0x27, 0x42, 0xAA, 0x06);

DEFINE_GUID(GUID_PROCESSOR_IDLE_DISABLE,
            0x5D76A2CA, 0xE8C0, 0x402F, 0xA1, 0x33, 0x21, 0x58, 0x49, 0x2D, 0x58, 0xAD);

DEFINE_GUID(GUID_PROCESSOR_IDLE_STATE_MAXIMUM,
            0x9943E905, 0x9A30, 0x4EC1, 0x9B, 0x99, 0x44, 0xDD, 0x3B, 0x76, 0xF7, 0xA2);

DEFINE_GUID(GUID_PROCESSOR_IDLE_TIME_CHECK,
            0xC4581C31, 0x89AB, 0x4597, 0x8E, 0x2B, 0x9C, 0x9C, 0xAB, 0x44, 0x0E, 0x6B);

DEFINE_GUID(GUID_PROCESSOR_IDLE_DEMOTE_THRESHOLD,
            0x4B92D758, 0x5A24, 0x4851, 0xA4, 0x70, 0x81, 0x5D, 0x78, 0xAE, 0xE1, 0x19);

DEFINE_GUID(GUID_PROCESSOR_IDLE_PROMOTE_THRESHOLD,
            0x7B224883, 0xB3CC, 0x4D79, 0x81, 0x9F, 0x83, 0x74, 0x15, 0x2C, 0xBE, 0x7C);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_INCREASE_THRESHOLD,
            0xDF142941, 0x20F3, 0x4EDF, 0x9A, 0x4A, 0x9C, 0x83, 0xD3, 0xD7, 0x17, 0xD1);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_DECREASE_THRESHOLD,
            0x68DD2F27, 0xA4CE, 0x4E11, 0x84, 0x87, 0x37, 0x94, 0xE4, 0x13, 0x5D, 0xFA);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_INCREASE_POLICY,
            0xC7BE0679, 0x2817, 0x4D69, 0x9D, 0x02, 0x51, 0x9A, 0x53, 0x7E, 0xD0, 0xC6);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_DECREASE_POLICY,
            0x71021B41, 0xC749, 0x4D21, 0xBE, 0x74, 0xA0, 0x0F, 0x33, 0x5D, 0x58, 0x2B);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_MAX_CORES,
            0xEA062031, 0x0E34, 0x4FF1, 0x9B, 0x6D, 0xEB, 0x10, 0x59, 0x33, 0x40, 0x28);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_MAX_CORES_1,
            0xEA062031, 0x0E34, 0x4FF1, 0x9B, 0x6D, 0xEB, 0x10, 0x59, 0x33, 0x40, 0x29);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_MIN_CORES,
            0x0CC5B647, 0xC1DF, 0x4637, 0x89, 0x1A, 0xDE, 0xC3, 0x5C, 0x31, 0x85, 0x83);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_MIN_CORES_1,
            0x0CC5B647, 0xC1DF, 0x4637, 0x89, 0x1A, 0xDE, 0xC3, 0x5C, 0x31, 0x85, 0x84);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_INCREASE_TIME,
            0x2DDD5A84, 0x5A71, 0x437E, 0x91, 0x2A, 0xDB, 0x0B, 0x8C, 0x78, 0x87, 0x32);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_DECREASE_TIME,
            0xDFD10D17, 0xD5EB, 0x45DD, 0x87, 0x7A, 0x9A, 0x34, 0xDD, 0xD1, 0x5C, 0x82);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_AFFINITY_HISTORY_DECREASE_FACTOR,
            0x8F7B45E3, 0xC393, 0x480A, 0x87, 0x8C, 0xF6, 0x7A, 0xC3, 0xD0, 0x70, 0x82);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_AFFINITY_HISTORY_THRESHOLD,
            0x5B33697B, 0xE89D, 0x4D38, 0xAA, 0x46, 0x9E, 0x7D, 0xFB, 0x7C, 0xD2, 0xF9);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_AFFINITY_WEIGHTING,
            0xE70867F1, 0xFA2F, 0x4F4E, 0xAE, 0xA1, 0x4D, 0x8A, 0x0B, 0xA2, 0x3B, 0x20);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_OVER_UTILIZATION_HISTORY_DECREASE_FACTOR,
            0x1299023C, 0xBC28, 0x4F0A, 0x81, 0xEC, 0xD3, 0x29, 0x5A, 0x8D, 0x81, 0x5D);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_OVER_UTILIZATION_HISTORY_THRESHOLD,
            0x9AC18E92, 0xAA3C, 0x4E27, 0xB3, 0x07, 0x01, 0xAE, 0x37, 0x30, 0x71, 0x29);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_OVER_UTILIZATION_WEIGHTING,
            0x8809C2D8, 0xB155, 0x42D4, 0xBC, 0xDA, 0x0D, 0x34, 0x56, 0x51, 0xB1, 0xDB);

DEFINE_GUID(GUID_PROCESSOR_CORE_PARKING_OVER_UTILIZATION_THRESHOLD,
            0x943C8CB6, 0x6F93, 0x4227, 0xAD, 0x87, 0xE9, 0xA3, 0xFE, 0xEC, 0x08, 0xD1);

DEFINE_GUID(GUID_PROCESSOR_PARKING_CORE_OVERRIDE,
            0xA55612AA, 0xF624, 0x42C6, 0xA4, 0x43, 0x73, 0x97, 0xD0, 0x64, 0xC0, 0x4F);

DEFINE_GUID(GUID_PROCESSOR_PARKING_PERF_STATE,
            0x447235C7, 0x6A8D, 0x4CC0, 0x8E, 0x24, 0x9E, 0xAF, 0x70, 0xB9, 0x6E, 0x2B);

DEFINE_GUID(GUID_PROCESSOR_PARKING_PERF_STATE_1,
            0x447235C7, 0x6A8D, 0x4CC0, 0x8E, 0x24, 0x9E, 0xAF, 0x70, 0xB9, 0x6E, 0x2C);

DEFINE_GUID(GUID_PROCESSOR_PARKING_CONCURRENCY_THRESHOLD,
            0x2430AB6F, 0xA520, 0x44A2, 0x96, 0x01, 0xF7, 0xF2, 0x3B, 0x51, 0x34, 0xB1);

DEFINE_GUID(GUID_PROCESSOR_PARKING_HEADROOM_THRESHOLD,
            0xF735A673, 0x2066, 0x4F80, 0xA0, 0xC5, 0xDD, 0xEE, 0x0C, 0xF1, 0xBF, 0x5D);

DEFINE_GUID(GUID_PROCESSOR_PARKING_DISTRIBUTION_THRESHOLD,
            0x4BDAF4E9, 0xD103, 0x46D7, 0xA5, 0xF0, 0x62, 0x80, 0x12, 0x16, 0x16, 0xEF);

DEFINE_GUID(GUID_PROCESSOR_PERF_HISTORY,
            0x7D24BAA7, 0x0B84, 0x480F, 0x84, 0x0C, 0x1B, 0x07, 0x43, 0xC0, 0x0F, 0x5F);

DEFINE_GUID(GUID_PROCESSOR_PERF_HISTORY_1,
            0x7D24BAA7, 0x0B84, 0x480F, 0x84, 0x0C, 0x1B, 0x07, 0x43, 0xC0, 0x0F, 0x60);

DEFINE_GUID(GUID_PROCESSOR_PERF_INCREASE_HISTORY,
            0x99B3EF01, 0x752F, 0x46A1, 0x80, 0xFB, 0x77, 0x30, 0x01, 0x1F, 0x23, 0x54);

DEFINE_GUID(GUID_PROCESSOR_PERF_DECREASE_HISTORY,
            0x0300F6F8, 0xABD6, 0x45A9, 0xB7, 0x4F, 0x49, 0x08, 0x69, 0x1A, 0x40, 0xB5);

DEFINE_GUID(GUID_PROCESSOR_PERF_CORE_PARKING_HISTORY,
            0x77D7F282, 0x8F1A, 0x42CD, 0x85, 0x37, 0x45, 0x45, 0x0A, 0x83, 0x9B, 0xE8);

DEFINE_GUID(GUID_PROCESSOR_PERF_LATENCY_HINT,
            0x0822DF31, 0x9C83, 0x441C, 0xA0, 0x79, 0x0D, 0xE4, 0xCF, 0x00, 0x9C, 0x7B);

DEFINE_GUID(GUID_PROCESSOR_PERF_LATENCY_HINT_PERF,
            0x619B7505, 0x003B, 0x4E82, 0xB7, 0xA6, 0x4D, 0xD2, 0x9C, 0x30, 0x09, 0x71);

DEFINE_GUID(GUID_PROCESSOR_PERF_LATENCY_HINT_PERF_1,
            0x619B7505, 0x003B, 0x4E82, 0xB7, 0xA6, 0x4D, 0xD2, 0x9C, 0x30, 0x09, 0x72);

DEFINE_GUID(GUID_PROCESSOR_LATENCY_HINT_MIN_UNPARK,
            0x616CDAA5, 0x695E, 0x4545, 0x97, 0xAD, 0x97, 0xDC, 0x2D, 0x1B, 0xDD, 0x88);

DEFINE_GUID(GUID_PROCESSOR_LATENCY_HINT_MIN_UNPARK_1,
            0x616CDAA5, 0x695E, 0x4545, 0x97, 0xAD, 0x97, 0xDC, 0x2D, 0x1B, 0xDD, 0x89);

DEFINE_GUID(GUID_PROCESSOR_DISTRIBUTE_UTILITY,
            0xE0007330, 0xF589, 0x42ED, 0xA4, 0x01, 0x5D, 0xDB, 0x10, 0xE7, 0x85, 0xD3);

DEFINE_GUID(GUID_PROCESSOR_HETEROGENEOUS_POLICY,
            0x7F2F5CFA, 0xF10C, 0x4823, 0xB5, 0xE1, 0xE9, 0x3A, 0xE8, 0x5F, 0x46, 0xB5);

DEFINE_GUID(GUID_PROCESSOR_HETERO_DECREASE_TIME,
            0x7F2492B6, 0x60B1, 0x45E5, 0xAE, 0x55, 0x77, 0x3F, 0x8C, 0xD5, 0xCA, 0xEC);

DEFINE_GUID(GUID_PROCESSOR_HETERO_INCREASE_TIME,
            0x4009EFA7, 0xE72D, 0x4CBA, 0x9E, 0xDF, 0x91, 0x08, 0x4E, 0xA8, 0xCB, 0xC3);

DEFINE_GUID(GUID_PROCESSOR_HETERO_DECREASE_THRESHOLD,
            0xF8861C27, 0x95E7, 0x475C, 0x86, 0x5B, 0x13, 0xC0, 0xCB, 0x3F, 0x9D, 0x6B);

DEFINE_GUID(GUID_PROCESSOR_HETERO_INCREASE_THRESHOLD,
            0xB000397D, 0x9B0B, 0x483D, 0x98, 0xC9, 0x69, 0x2A, 0x60, 0x60, 0xCF, 0xBF);

DEFINE_GUID(GUID_PROCESSOR_CLASS0_FLOOR_PERF,
            0xFDDC842B, 0x8364, 0x4EDC, 0x94, 0xCF, 0xC1, 0x7F, 0x60, 0xDE, 0x1C, 0x80);

DEFINE_GUID(GUID_PROCESSOR_CLASS1_INITIAL_PERF,
            0x1FACFC65, 0xA930, 0x4BC5, 0x9F, 0x38, 0x50, 0x4E, 0xC0, 0x97, 0xBB, 0xC0);

DEFINE_GUID(GUID_PROCESSOR_THREAD_SCHEDULING_POLICY,
            0x93B8B6DC, 0x0698, 0x4D1C, 0x9E, 0xE4, 0x06, 0x44, 0xE9, 0x00, 0xC8, 0x5D);

DEFINE_GUID(GUID_PROCESSOR_SHORT_THREAD_SCHEDULING_POLICY,
            0xBAE08B81, 0x2D5E, 0x4688, 0xAD, 0x6A, 0x13, 0x24, 0x33, 0x56, 0x65, 0x4B);

DEFINE_GUID(GUID_SYSTEM_COOLING_POLICY,
            0x94D3A615, 0xA899, 0x4AC5, 0xAE, 0x2B, 0xE4, 0xD8, 0xF6, 0x34, 0x36, 0x7F);

DEFINE_GUID(GUID_LOCK_CONSOLE_ON_WAKE,
            0x0E796BDB, 0x100D, 0x47D6, 0xA2, 0xD5, 0xF7, 0xD2, 0xDA, 0xA5, 0x1F, 0x51);

DEFINE_GUID(GUID_DEVICE_IDLE_POLICY,
            0x4FAAB71A, 0x92E5, 0x4726, 0xB5, 0x31, 0x22, 0x45, 0x59, 0x67, 0x2D, 0x19);

DEFINE_GUID(GUID_CONNECTIVITY_IN_STANDBY,
            0xF15576E8, 0x98B7, 0x4186, 0xB9, 0x44, 0xEA, 0xFA, 0x66, 0x44, 0x02, 0xD9);

DEFINE_GUID(GUID_DISCONNECTED_STANDBY_MODE,
            0x68AFB2D9, 0xEE95, 0x47A8, 0x8F, 0x50, 0x41, 0x15, 0x08, 0x80, 0x73, 0xB1);

DEFINE_GUID(GUID_ACDC_POWER_SOURCE,
            0x5D3E9A59, 0xE9D5, 0x4B00, 0xA6, 0xBD, 0xFF, 0x34, 0xFF, 0x51, 0x65, 0x48);

DEFINE_GUID(GUID_LIDSWITCH_STATE_CHANGE,
            0xBA3E0F4D, 0xB817, 0x4094, 0xA2, 0xD1, 0xD5, 0x63, 0x79, 0xE6, 0xA0, 0xF3);

DEFINE_GUID(GUID_BATTERY_PERCENTAGE_REMAINING,
            0xA7AD8041, 0xB45A, 0x4CAE, 0x87, 0xA3, 0xEE, 0xCB, 0xB4, 0x68, 0xA9, 0xE1);

DEFINE_GUID(GUID_BATTERY_COUNT,
            0x7D263F15, 0xFCA4, 0x49E5, 0x85, 0x4B, 0xA9, 0xF2, 0xBF, 0xBD, 0x5C, 0x24);

DEFINE_GUID(GUID_GLOBAL_USER_PRESENCE,
            0x786E8A1D, 0xB427, 0x4344, 0x92, 0x07, 0x09, 0xE7, 0x0B, 0xDC, 0xBE, 0xA9);

DEFINE_GUID(GUID_SESSION_DISPLAY_STATUS,
            0x2B84C20E, 0xAD23, 0x4DDF, 0x93, 0xDB, 0x05, 0xFF, 0xBD, 0x7E, 0xFC, 0xA5);

DEFINE_GUID(GUID_SESSION_USER_PRESENCE,
            0x3C0F4548, 0xC03F, 0x4C4D, 0xB9, 0xF2, 0x23, 0x7E, 0xDE, 0x68, 0x63, 0x76);

DEFINE_GUID(GUID_IDLE_BACKGROUND_TASK,
            0x515C31D8, 0xF734, 0x163D, 0xA0, 0xFD, 0x11, 0xA0, 0x8C, 0x91, 0xE8, 0xF1);

DEFINE_GUID(GUID_BACKGROUND_TASK_NOTIFICATION,
            0xCF23F240, 0x2A54, 0x48D8, 0xB1, 0x14, 0xDE, 0x15, 0x18, 0xFF, 0x05, 0x2E);

DEFINE_GUID(GUID_APPLAUNCH_BUTTON,
            0x1A689231, 0x7399, 0x4E9A, 0x8F, 0x99, 0xB7, 0x1F, 0x99, 0x9D, 0xB3, 0xFA);

DEFINE_GUID(GUID_PCIEXPRESS_SETTINGS_SUBGROUP,
            0x501A4D13, 0x42AF, 0x4429, 0x9F, 0xD1, 0xA8, 0x21, 0x8C, 0x26, 0x8E, 0x20);

DEFINE_GUID(GUID_PCIEXPRESS_ASPM_POLICY,
            0xEE12F906, 0xD277, 0x404B, 0xB6, 0xDA, 0xE5, 0xFA, 0x1A, 0x57, 0x6D, 0xF5);

DEFINE_GUID(GUID_ENABLE_SWITCH_FORCED_SHUTDOWN,
            0x833A6B62, 0xDFA4, 0x46D1, 0x82, 0xF8, 0xE0, 0x9E, 0x34, 0xD0, 0x29, 0xD6);

DEFINE_GUID(GUID_INTSTEER_SUBGROUP,
            0x48672F38, 0x7A9A, 0x4BB2, 0x8B, 0xF8, 0x3D, 0x85, 0xBE, 0x19, 0xDE, 0x4E);

DEFINE_GUID(GUID_INTSTEER_MODE,
            0x2BFC24F9, 0x5EA2, 0x4801, 0x82, 0x13, 0x3D, 0xBA, 0xE0, 0x1A, 0xA3, 0x9D);

DEFINE_GUID(GUID_INTSTEER_LOAD_PER_PROC_TRIGGER,
            0x73CDE64D, 0xD720, 0x4BB2, 0xA8, 0x60, 0xC7, 0x55, 0xAF, 0xE7, 0x7E, 0xF2);

DEFINE_GUID(GUID_INTSTEER_TIME_UNPARK_TRIGGER,
            0xD6BA4903, 0x386F, 0x4C2C, 0x8A, 0xDB, 0x5C, 0x21, 0xB3, 0x32, 0x8D, 0x25);

DEFINE_GUID(GUID_MIXED_REALITY_MODE,
            0x1E626B4E, 0xCF04, 0x4F8D, 0x9C, 0xC7, 0xC9, 0x7C, 0x5B, 0x0F, 0x23, 0x91);

WDK_IMPORT volatile CCHAR KeNumberProcessors;
WDK_IMPORT BOOLEAN *NlsMbCodePageTag;
WDK_IMPORT BOOLEAN *NlsMbOemCodePageTag;
WDK_IMPORT ULONG NtGlobalFlag;
WDK_IMPORT PBOOLEAN KdDebuggerNotPresent;
WDK_IMPORT PBOOLEAN KdDebuggerEnabled;
WDK_IMPORT PBOOLEAN Mm64BitPhysicalAddress;
WDK_IMPORT PVOID MmBadPointer;
WDK_IMPORT const CLFS_LSN CLFS_LSN_INVALID;
WDK_IMPORT const CLFS_LSN CLFS_LSN_NULL;
WDK_IMPORT POBJECT_TYPE *CmKeyObjectType;
WDK_IMPORT POBJECT_TYPE *IoFileObjectType;
WDK_IMPORT POBJECT_TYPE *ExEventObjectType;
WDK_IMPORT POBJECT_TYPE *ExSemaphoreObjectType;
WDK_IMPORT POBJECT_TYPE *TmTransactionManagerObjectType;
WDK_IMPORT POBJECT_TYPE *TmResourceManagerObjectType;
WDK_IMPORT POBJECT_TYPE *TmEnlistmentObjectType;
WDK_IMPORT POBJECT_TYPE *TmTransactionObjectType;
WDK_IMPORT POBJECT_TYPE *PsProcessType;
WDK_IMPORT POBJECT_TYPE *PsThreadType;
WDK_IMPORT POBJECT_TYPE *PsJobType;
WDK_IMPORT POBJECT_TYPE *SeTokenObjectType;
WDK_IMPORT POBJECT_TYPE *ExDesktopObjectType;

WDK_EXTERN_C_END

#include "inline/wdm.h"

#endif
