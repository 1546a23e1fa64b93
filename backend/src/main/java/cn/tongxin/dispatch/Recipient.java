package cn.tongxin.dispatch;

import cn.tongxin.storage.TravellingFiles.Enclosure;
import java.util.List;
import java.util.UUID;

/** Takes the letters of one kind in the receiving committee, inside the transaction that notes their arrival. */
public interface Recipient {
    String kind();

    /** The files that come along; their bytes are the recipient's before he takes the letter. */
    default List<Enclosure> encloses(Letter letter) {
        return List.of();
    }

    void receive(UUID sender, Letter letter);
}
