package cn.tongxin.dispatch;

import java.util.UUID;

/** Takes the letters of one kind in the receiving committee, inside the transaction that notes their arrival. */
public interface Recipient {
    String kind();

    void receive(UUID sender, Letter letter);
}
