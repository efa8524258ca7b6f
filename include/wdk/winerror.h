/* SPDX-License-Identifier: MIT */
/*
 * HRESULT values.
 * Written by tools/gen_wdk.py from facts/: change those, not this file.
 */
#ifndef WDK_WINERROR_H
#define WDK_WINERROR_H

#include "ntdef.h"

#define ERROR_SUCCESS              0
#define NO_ERROR                   0
#define ERROR_INVALID_FUNCTION     1
#define ERROR_FILE_NOT_FOUND       2
#define ERROR_PATH_NOT_FOUND       3
#define ERROR_ACCESS_DENIED        5
#define ERROR_INVALID_HANDLE       6
#define ERROR_NOT_ENOUGH_MEMORY    8
#define ERROR_INVALID_ACCESS       12
#define ERROR_INVALID_DATA         13
#define ERROR_OUTOFMEMORY          14
#define ERROR_NOT_READY            21
#define ERROR_BAD_LENGTH           24
#define ERROR_WRITE_FAULT          29
#define ERROR_READ_FAULT           30
#define ERROR_GEN_FAILURE          31
#define ERROR_NOT_SUPPORTED        50
#define ERROR_DEV_NOT_EXIST        55
#define ERROR_INVALID_PARAMETER    87
#define ERROR_CALL_NOT_IMPLEMENTED 120
#define ERROR_INSUFFICIENT_BUFFER  122
#define ERROR_BUSY                 170
#define ERROR_ALREADY_EXISTS       183
#define ERROR_MORE_DATA            234
#define ERROR_NO_MORE_ITEMS        0x103
#define ERROR_IO_PENDING           0x3E5
#define ERROR_NOT_FOUND            0x490
#define ERROR_NO_SYSTEM_RESOURCES  0x5AA
#define ERROR_TIMEOUT              1460
#define S_FALSE                    1
#define E_NOTIMPL                  (-2147467263)
#define E_POINTER                  (-2147467261)
#define E_ABORT                    (-2147467260)
#define E_FAIL                     (-2147467259)
#define E_UNEXPECTED               (-2147418113)
#define E_ACCESSDENIED             (-2147024891)
#define E_HANDLE                   (-2147024890)
#define E_INVALIDARG               (-2147024809)
#define E_OUTOFMEMORY              (-2147024882)
#define S_OK                       0

#include "inline/winerror.h"

#endif
