/* SPDX-License-Identifier: MIT */
/*
 * Mutants: the reference miniport with one rule broken.
 *
 * The driver's own sources are compiled again with DxgkInitialize renamed, so that its table comes
 * to MutantInitialize first. That reads which mutation is wanted and replaces one slot of the
 * table, or one callback, or runs one deed; everything else is the driver as it is. The mutation's
 * name is the string value Mutant in the service's key Parameters, or else the name of the service
 * itself.
 */
#ifndef MUTANT_H
#define MUTANT_H

#include <ntddk.h>
/* The build renames it for the driver's own sources; here the real one is meant. */
#undef DxgkInitialize
#include <dispmprt.h>
#include <string.h>

#define MUTANT_TAG 0x746E744Du /* "Mtnt" in a pool dump */

extern DRIVER_INITIALIZATION_DATA MutantOriginal; /* the driver's own table */
extern DXGKRNL_INTERFACE MutantDxgk;              /* the port's callbacks, from StartDevice on */
extern PDRIVER_OBJECT MutantDriverObject;
extern PDEVICE_OBJECT MutantDevice; /* the physical device object, in deeds */
extern ULONG MutantSeed;            /* value Seed of the same key; 0 when there is none */

/* What a mutation does; its function has the type that belongs to it. */
typedef enum _MUTANT_KIND {
    MutantDdi,     /* stands in a slot of the table */
    MutantDeed,    /* MUTANT_DEED: run once, at PASSIVE_LEVEL, before DxgkDdiAddDevice */
    MutantHook,    /* MUTANT_HOOK: changes the callbacks the driver is going to be given */
    MutantRegister /* MUTANT_REGISTER: is called instead of DxgkInitialize */
} MUTANT_KIND;

typedef VOID MUTANT_DEED(VOID);
typedef VOID MUTANT_HOOK(DXGKRNL_INTERFACE *Interface);
typedef NTSTATUS MUTANT_REGISTER(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                                 DRIVER_INITIALIZATION_DATA *Data);

typedef struct _MUTANT {
    const char *Name;
    MUTANT_KIND Kind;
    SIZE_T Slot; /* of the table, for MutantDdi */
    PVOID Function;
} MUTANT;

/* Every mutation of mutants.def. A slot's own type is that of the function that stands in it. */
#define DDI_MUTANT(rule, what, ddi, function, end, code, first)                                    \
    extern __typeof__(*((DRIVER_INITIALIZATION_DATA *)NULL)->DxgkDdi##ddi) function;
#define DDI_AT_MUTANT(rule, what, ddi, function, where, end, code, first)                          \
    DDI_MUTANT(rule, what, ddi, function, end, code, first)
#define DEED_MUTANT(rule, what, function, end, code, first) MUTANT_DEED function;
#define DEED_AT_MUTANT(rule, what, function, where, end, code, first) MUTANT_DEED function;
#define LEAK_MUTANT(rule, what, function) MUTANT_DEED function;
#define HOOK_MUTANT(rule, what, function, where, end, code, first) MUTANT_HOOK function;
#define REGISTER_MUTANT(rule, what, function, where, end, code, first) MUTANT_REGISTER function;
#include "mutants.def"
#undef DDI_MUTANT
#undef DDI_AT_MUTANT
#undef DEED_MUTANT
#undef DEED_AT_MUTANT
#undef LEAK_MUTANT
#undef HOOK_MUTANT
#undef REGISTER_MUTANT

/* mutant_fault.c: mutations named fault-<what>-<where>. Returns FALSE when it is none of them. */
BOOLEAN MutantFaultInstall(const char *Name, DRIVER_INITIALIZATION_DATA *Data);
/* mutant_corrupt.c: mutation "corrupt", outputs of random DDIs changed as Seed decides */
VOID MutantCorruptInstall(DRIVER_INITIALIZATION_DATA *Data);

/* Registers with a table of WDDM 2.0, for an adapter without outputs. MutantNotifyInterrupt, where
 * it is not NULL, stands between the driver and the port then. */
extern DXGKCB_NOTIFY_INTERRUPT MutantNotifyInterrupt;
NTSTATUS MutantInitializeNewer(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath,
                               const DRIVER_INITIALIZATION_DATA *Data);

/* Runs a routine on a system thread of the driver's and waits until it has ended. */
VOID MutantRunThread(PKSTART_ROUTINE Routine, PVOID Context);

#endif /* MUTANT_H */
