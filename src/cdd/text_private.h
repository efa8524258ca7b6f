/* SPDX-License-Identifier: MIT */
/* What a flush and the end of a cdd need of its text. */
#ifndef CDD_TEXT_PRIVATE_H
#define CDD_TEXT_PRIVATE_H

#include "cdd/text.h"

struct text;

/** text_upload - copy the changed part of the coverage sheet to its surface */
NTSTATUS text_upload(struct text *text);
/** text_destroy - fonts still open die with it; their surface belongs to the cdd. Accepts NULL. */
void text_destroy(struct text *text);

#endif /* CDD_TEXT_PRIVATE_H */
