/* SPDX-License-Identifier: MIT */
/* Macros of winerror.h. */
#ifndef WDK_INLINE_WINERROR_H
#define WDK_INLINE_WINERROR_H

#define SUCCEEDED(hr) ((HRESULT)(hr) >= 0)
#define FAILED(hr) ((HRESULT)(hr) < 0)
#define FACILITY_NT_BIT 0x10000000
#define HRESULT_FROM_NT(x) ((HRESULT)((x) | FACILITY_NT_BIT))

#endif
