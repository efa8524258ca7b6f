/* SPDX-License-Identifier: MIT */
#include "base/list.h"
#include "base/prng.h"
#include "tests/lib/test.h"

struct item {
    int value;
    struct list link;
};

static struct item *item_of(struct list *link)
{
    return LIST_ENTRY_OF(link, struct item, link);
}

static void a_new_list_is_empty(void **state)
{
    (void)state;
    struct list head = LIST_INIT(head);

    assert_true(list_is_empty(&head));
    assert_null(list_pop_front(&head));
    list_init(&head);
    assert_true(list_is_empty(&head));
}

static void push_and_pop_keep_order(void **state)
{
    (void)state;
    struct list head = LIST_INIT(head);
    struct item items[4] = { { .value = 0 }, { .value = 1 }, { .value = 2 }, { .value = 3 } };

    list_push_back(&head, &items[1].link);
    list_push_back(&head, &items[2].link);
    list_push_front(&head, &items[0].link);
    list_push_back(&head, &items[3].link);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(item_of(list_pop_front(&head))->value, i);
    }
    assert_true(list_is_empty(&head));
}

static void a_removed_link_can_be_removed_again(void **state)
{
    (void)state;
    struct list head = LIST_INIT(head);
    struct item a = { .value = 1 };
    struct item b = { .value = 2 };

    list_push_back(&head, &a.link);
    list_push_back(&head, &b.link);
    list_remove(&a.link);
    list_remove(&a.link);
    assert_ptr_equal(head.next, &b.link);
    assert_ptr_equal(b.link.next, &head);
}

static void the_safe_loop_survives_removal(void **state)
{
    (void)state;
    struct list head = LIST_INIT(head);
    struct item items[10];
    int sum = 0;

    for (int i = 0; i < 10; i++) {
        items[i].value = i;
        list_push_back(&head, &items[i].link);
    }
    LIST_FOR_EACH_SAFE(link, &head) {
        if (item_of(link)->value % 2 == 0) {
            list_remove(link);
        }
    }
    LIST_FOR_EACH(link, &head) {
        sum += item_of(link)->value;
    }
    assert_int_equal(sum, 1 + 3 + 5 + 7 + 9);
}

/* The same operations on an array: the slow way that is obviously right. */
static void random_operations_match_an_array(void **state)
{
    (void)state;
    enum { ITEMS = 64 };
    struct list head = LIST_INIT(head);
    struct item items[ITEMS];
    int model[ITEMS];
    int count = 0;
    struct prng prng;

    prng_init(&prng, 7);
    for (int i = 0; i < ITEMS; i++) {
        items[i].value = i;
        list_init(&items[i].link);
    }
    for (int step = 0; step < 20000; step++) {
        struct item *item = &items[prng_below(&prng, ITEMS)];
        bool is_linked = !list_is_empty(&item->link);
        int at = 0;

        for (int i = 0; i < count; i++) {
            at = model[i] == item->value ? i : at;
        }
        if (is_linked) {
            list_remove(&item->link);
            for (int i = at; i + 1 < count; i++) {
                model[i] = model[i + 1];
            }
            count--;
        } else if (prng_below(&prng, 2) == 0) {
            list_push_back(&head, &item->link);
            model[count++] = item->value;
        } else {
            list_push_front(&head, &item->link);
            for (int i = count++; i > 0; i--) {
                model[i] = model[i - 1];
            }
            model[0] = item->value;
        }

        int index = 0;

        LIST_FOR_EACH(link, &head) {
            assert_int_equal(item_of(link)->value, model[index++]);
        }
        assert_int_equal(index, count);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_list_is_empty),
        cmocka_unit_test(push_and_pop_keep_order),
        cmocka_unit_test(a_removed_link_can_be_removed_again),
        cmocka_unit_test(the_safe_loop_survives_removal),
        cmocka_unit_test(random_operations_match_an_array),
    };
    return cmocka_run_group_tests_name("base/list", tests, NULL, NULL);
}
