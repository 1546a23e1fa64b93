package cn.tongxin.proposal.publication;

import cn.tongxin.committee.Settings;
import cn.tongxin.http.AddressLimit;
import cn.tongxin.http.Refusal;
import cn.tongxin.identity.PublicAddress;
import cn.tongxin.tenancy.Caller;
import cn.tongxin.tenancy.Committees;
import cn.tongxin.tenancy.Transactions;
import jakarta.inject.Singleton;
import java.util.function.Function;

/**
 * How the whole web comes into a committee: by the code in the address, as nobody in particular, to what the committee has
 * opened. An unknown committee, a suspended one and one that has opened nothing are the same 404.
 */
@Singleton
class OpenDoor {
    private final Committees committees;
    private final Settings settings;
    private final AddressLimit limit;
    private final Transactions transactions;
    private final PublicAddress self;

    OpenDoor(
            Committees committees,
            Settings settings,
            AddressLimit limit,
            Transactions transactions,
            PublicAddress self) {
        this.committees = committees;
        this.settings = settings;
        this.limit = limit;
        this.transactions = transactions;
        this.self = self;
    }

    /** Reads inside the committee of this code, whoever asks. */
    <T> T into(String code, Function<Committees.Entry, T> reading) {
        limit.count(Caller.current().ip());
        var committee =
                committees.findByCode(code).filter(Committees.Entry::isActive).orElseThrow(Refusal::notFound);
        return Caller.visitor(committee.id())
                .call(() -> transactions.alone(() -> {
                    if (!settings.isOpenToWeb()) {
                        throw Refusal.notFound();
                    }
                    return reading.apply(committee);
                }));
    }

    /** The page of the caller's own committee. */
    OpenPage page() {
        var committee = committees.find(Caller.current().committeeId()).orElseThrow(Refusal::notFound);
        return new OpenPage(self.resolve("/m/open/" + committee.code()).toString(), settings.isOpenToWeb());
    }
}
