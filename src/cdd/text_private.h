/* SPDX-License-Identifier: MIT */
/* What a flush and the end of a cdd need of its text. */
#ifndef CDD_TEXT_PRIVATE_H
#define CDD_TEXT_PRIVATE_H

#include "cdd/text.h"

struct text;
struct FT_MemoryRec_;

/** text_memory_init - FreeType's heap: the machine's */
void text_memory_init(struct FT_MemoryRec_ *memory, struct machine *machine);
/** text_file_find - the file of a face. Returns: false when it is not installed. */
bool text_file_find(enum text_face face, char *path, size_t path_bytes);

/** text_upload - copy the changed part of the coverage sheet to its surface */
NTSTATUS text_upload(struct text *text);
/** text_destroy - fonts still open die with it; their surface belongs to the cdd. Accepts NULL. */
void text_destroy(struct text *text);

#endif /* CDD_TEXT_PRIVATE_H */
