/* SPDX-License-Identifier: MIT */
/*
 * Structured exception handling.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_EXCPT_H
#define WDK_EXCPT_H

#include "inline/base.h"

#define EXCEPTION_EXECUTE_HANDLER    1
#define EXCEPTION_CONTINUE_SEARCH    0
#define EXCEPTION_CONTINUE_EXECUTION (-1)

WDK_EXTERN_C_BEGIN

/* ne-excpt-_exception_disposition */
typedef enum _EXCEPTION_DISPOSITION {
    ExceptionContinueExecution = 0,
    ExceptionContinueSearch    = 1,
    ExceptionNestedException   = 2,
    ExceptionCollidedUnwind    = 3,
} EXCEPTION_DISPOSITION;

WDK_EXTERN_C_END

#include "inline/excpt.h"

#endif
