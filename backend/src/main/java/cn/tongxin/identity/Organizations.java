package cn.tongxin.identity;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keycloak's organizations follow the directory. What fails now is made up for at the first log-in of a committee's person. */
@Singleton
class Organizations {
    private static final Logger LOG = LoggerFactory.getLogger(Organizations.class);

    private final BeanProvider<Keycloak> keycloak;

    Organizations(BeanProvider<Keycloak> keycloak) {
        this.keycloak = keycloak;
    }

    void ensureSoon(String code, String name) {
        Thread.ofVirtual().name("organization").start(() -> {
            try {
                keycloak.get().ensureOrganization(code, name);
            } catch (RuntimeException later) {
                LOG.warn("The organization of {} waits for its first log-in.", code, later);
            }
        });
    }
}
