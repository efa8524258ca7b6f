/* SPDX-License-Identifier: MIT */
/* Product version of the kit. */
#ifndef WDK_SHIM_NTVERP_H
#define WDK_SHIM_NTVERP_H

#define VER_PRODUCTBUILD 16299
#define VER_PRODUCTBUILD_QFE 15
#define VER_PRODUCTMAJORVERSION 10
#define VER_PRODUCTMINORVERSION 0

#endif
