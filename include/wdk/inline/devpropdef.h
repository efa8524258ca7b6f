/* SPDX-License-Identifier: MIT */
/* Definition of device property keys; initguid.h turns declarations into definitions. */
#undef DEFINE_DEVPROPKEY
#ifdef INITGUID
#define DEFINE_DEVPROPKEY(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8, pid) \
    EXTERN_C WDK_SELECTANY const DEVPROPKEY name;                               \
    const DEVPROPKEY name = {                                                   \
        { l, w1, w2, { b1, b2, b3, b4, b5, b6, b7, b8 } }, pid                  \
    }
#else
#define DEFINE_DEVPROPKEY(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8, pid) \
    EXTERN_C const DEVPROPKEY name
#endif
#define DEVPROP_TRUE ((DEVPROP_BOOLEAN)-1)
