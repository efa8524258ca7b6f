/* SPDX-License-Identifier: MIT */
/*
 * Kernel variables that drivers read by name.
 *
 * A windows-mode object addresses them relative to its own code, so each needs a definition inside
 * the image. It starts as a copy of the host's variable of the same name; all of them are constant
 * once the kernel has started. One that the host lacks stays zero.
 */
#include "glue.h"

/* A list, not code. */
/* clang-format off */
#define VARIABLES(V)                                                                               \
    V(KeNumberProcessors, 8)                                                                       \
    V(NlsMbCodePageTag, 8)                                                                         \
    V(NlsMbOemCodePageTag, 8)                                                                      \
    V(NtGlobalFlag, 4)                                                                             \
    V(KdDebuggerNotPresent, 8)                                                                     \
    V(KdDebuggerEnabled, 8)                                                                        \
    V(Mm64BitPhysicalAddress, 8)                                                                   \
    V(MmBadPointer, 8)                                                                             \
    V(CLFS_LSN_INVALID, 8)                                                                         \
    V(CLFS_LSN_NULL, 8)                                                                            \
    V(CmKeyObjectType, 8)                                                                          \
    V(IoFileObjectType, 8)                                                                         \
    V(ExEventObjectType, 8)                                                                        \
    V(ExSemaphoreObjectType, 8)                                                                    \
    V(TmTransactionManagerObjectType, 8)                                                           \
    V(TmResourceManagerObjectType, 8)                                                              \
    V(TmEnlistmentObjectType, 8)                                                                   \
    V(TmTransactionObjectType, 8)                                                                  \
    V(PsProcessType, 8)                                                                            \
    V(PsThreadType, 8)                                                                             \
    V(PsJobType, 8)                                                                                \
    V(SeTokenObjectType, 8)                                                                        \
    V(ExDesktopObjectType, 8)                                                                      \
    V(PsSiloContextPagedType, 8)                                                                   \
    V(PsSiloContextNonPagedType, 8)                                                                \
    V(KeLastBranchMSR, 4)                                                                          \
    V(MmHighestUserAddress, 8)                                                                     \
    V(MmSystemRangeStart, 8)                                                                       \
    V(MmUserProbeAddress, 8)                                                                       \
    V(PsInitialSystemProcess, 8)                                                                   \
    V(HalDispatchTable, 8)                                                                         \
    V(HvlpWheaErrorNotificationCallback, 8)
/* clang-format on */

#define DEFINE(name, size) GLUE char name[size] __attribute__((aligned(8)));
VARIABLES(DEFINE)

static const struct {
    char *copy;
    const char *name;
    size_t size;
} variables[] = {
#define ROW(name, size) { name, #name, size },
    VARIABLES(ROW)
};

/* Before the constructors of C++ globals, which may read them. */
__attribute__((constructor(101))) static void copy_variables(void)
{
    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
        const char *host = dlsym((void *)0, variables[i].name);

        for (size_t b = 0; host && b < variables[i].size; b++) {
            variables[i].copy[b] = host[b];
        }
    }
}
