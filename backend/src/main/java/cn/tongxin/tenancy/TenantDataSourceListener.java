package cn.tongxin.tenancy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Puts {@link TenantDataSource} around the pool, before anybody else can take hold of it. */
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
class TenantDataSourceListener implements BeanCreatedEventListener<DataSource> {
    private final String jobPassword;

    TenantDataSourceListener(@Value("${tongxin.job.password}") String jobPassword) {
        this.jobPassword = jobPassword;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        if (event.getBean() instanceof TenantDataSource already) {
            return already;
        }
        return new TenantDataSource(event.getBean(), jobPool((HikariDataSource) event.getBean()));
    }

    private HikariDataSource jobPool(HikariDataSource serving) {
        var config = new HikariConfig();
        config.setPoolName("job");
        config.setJdbcUrl(serving.getJdbcUrl());
        config.setUsername("app_job");
        config.setPassword(jobPassword);
        config.setDataSourceProperties(serving.getDataSourceProperties());
        config.setMaximumPoolSize(3);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
