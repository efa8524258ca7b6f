/* SPDX-License-Identifier: MIT */
/*
 * Machine-check records.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_MCE_H
#define WDK_MCE_H

#include "ntdef.h"

WDK_EXTERN_C_BEGIN

typedef struct _MCA_EXCEPTION MCA_EXCEPTION;
typedef struct _MCA_EXCEPTION CMC_EXCEPTION;
typedef struct _MCA_EXCEPTION CPE_EXCEPTION;

/* ne-mce-mca_exception_type */
typedef enum {
    HAL_MCE_RECORD = 0,
    HAL_MCA_RECORD = 1,
} MCA_EXCEPTION_TYPE;

typedef union _MCI_ADDR *PMCI_ADDR;
typedef union _MCI_STATS *PMCI_STATS;
typedef struct _MCA_EXCEPTION *PMCA_EXCEPTION;
typedef MCA_EXCEPTION *PCMC_EXCEPTION;
typedef MCA_EXCEPTION *PCPE_EXCEPTION;
typedef UCHAR ERROR_SEVERITY;
typedef UCHAR *PERROR_SEVERITY;

/* ns-mce-_mci_stats */
typedef union _MCI_STATS {
    struct {
        USHORT McaErrorCode;
        USHORT ModelErrorCode;
        ULONG OtherInformation : 25;
        ULONG ContextCorrupt : 1;
        ULONG AddressValid : 1;
        ULONG MiscValid : 1;
        ULONG ErrorEnabled : 1;
        ULONG UncorrectedError : 1;
        ULONG StatusOverFlow : 1;
        ULONG Valid : 1;
    } MciStatus;
    ULONG64 QuadPart;
} MCI_STATS;

/* ns-mce-_mci_addr */
typedef union _MCI_ADDR {
    struct {
        ULONG Address;
        ULONG Reserved;
    };
    ULONGLONG QuadPart;
} MCI_ADDR;

/* ns-mce-_mca_exception */
struct _MCA_EXCEPTION {
    ULONG VersionNumber;
    MCA_EXCEPTION_TYPE ExceptionType;
    LARGE_INTEGER TimeStamp;
    ULONG ProcessorNumber;
    ULONG Reserved1;
    union {
        struct {
            UCHAR BankNumber;
            UCHAR Reserved2[7];
            MCI_STATS Status;
            MCI_ADDR Address;
            ULONGLONG Misc;
        } Mca;
        struct {
            ULONGLONG Address;
            ULONGLONG Type;
        } Mce;
    } u;
    ULONG ExtCnt;
    ULONG Reserved3;
    ULONGLONG ExtReg[24];
};

WDK_EXTERN_C_END

#endif
