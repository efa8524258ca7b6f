/* SPDX-License-Identifier: MIT */
/* Tracing of the lfb driver, as WPP's preprocessor reads it. */
#pragma once

#define WPP_CONTROL_GUIDS                                                                          \
    WPP_DEFINE_CONTROL_GUID(LFB, (3C5E11F0, 8E1B, 4B0A, 9F63, 5A0C2D0E7711),                       \
                            WPP_DEFINE_BIT(LFB_MODES) WPP_DEFINE_BIT(LFB_PRESENT))

// begin_wpp config
//
// FUNC LfbTrace{LEVEL=TRACE_LEVEL_INFORMATION}(FLAGS, MSG, ...);
// FUNC LfbError{LEVEL=TRACE_LEVEL_ERROR, FLAGS=LFB_MODES}(MSG, ...);
//
// end_wpp
