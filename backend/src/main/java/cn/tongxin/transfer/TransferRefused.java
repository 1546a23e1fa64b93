package cn.tongxin.transfer;

/** An import that cannot be carried out, in a sentence for whoever typed the command. */
public final class TransferRefused extends RuntimeException {
    TransferRefused(String why) {
        super(why, null, false, false);
    }
}
