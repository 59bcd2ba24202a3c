package microgpt.predict;

/** Two contexts whose opinions are worth looking at together; the second is the more particular one. */
enum Pair {
    ORDERS_1_2(Context.ORDER_1, Context.ORDER_2),
    ORDERS_2_3(Context.ORDER_2, Context.ORDER_3),
    ORDERS_3_4(Context.ORDER_3, Context.ORDER_4),
    ORDERS_4_5(Context.ORDER_4, Context.ORDER_5),
    ORDER_3_WORD(Context.ORDER_3, Context.WORD),
    ORDER_2_WORD(Context.ORDER_2, Context.WORD),
    WORDS(Context.WORD, Context.WORD_AND_LAST),
    ORDER_1_ABOVE(Context.ORDER_1, Context.ABOVE),
    WORD_ORDER_3(Context.WORD_AND_ORDER_2, Context.ORDER_3),
    ORDER_1_SORTED(Context.ORDER_1, Context.SORTED);

    final Context general;
    final Context particular;

    Pair(Context general, Context particular) {
        this.general = general;
        this.particular = particular;
    }
}
