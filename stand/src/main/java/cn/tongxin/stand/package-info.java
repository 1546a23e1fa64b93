/** The parts of a running product, each started and stopped by one object: PostgreSQL, Keycloak, the service, the stubs of SMS and WeChat. */
@NullMarked
package cn.tongxin.stand;

import org.jspecify.annotations.NullMarked;
