/* SPDX-License-Identifier: MIT */
/* `dxghost list` and `dxghost explain`: what the program knows, by name. */
#ifndef CLI_LIST_H
#define CLI_LIST_H

/** list_command - scenes, devices, rules, ddis; `--format json` for machines */
int list_command(int count, char **words);

/** explain_command - a rule id, a bug check code (0x119) or a status (0xC01E0001, STATUS_x) */
int explain_command(int count, char **words);

#endif /* CLI_LIST_H */
