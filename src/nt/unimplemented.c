/* SPDX-License-Identifier: MIT */
/* One function for each row of unimplemented.def: it says its name and fails. */
#include "nt/call.h"
#include "verify/verify.h"

#include <inline/x86bios.h>

#include <aux_klib.h>
#include <ntifs.h>

#pragma GCC diagnostic ignored "-Wunused-parameter"

#define NT_UNIMPLEMENTED(type, name, parameters, result)                                           \
    type NTAPI name parameters                                                                     \
    {                                                                                              \
        NT_CALL_ANY();                                                                             \
                                                                                                   \
        verify_unimplemented(machine, "%s", #name);                                                \
        return result;                                                                             \
    }
#define NT_UNIMPLEMENTED_VOID(name, parameters)                                                    \
    void NTAPI name parameters                                                                     \
    {                                                                                              \
        NT_CALL_ANY();                                                                             \
                                                                                                   \
        verify_unimplemented(machine, "%s", #name);                                                \
    }
#include "nt/unimplemented.def"
