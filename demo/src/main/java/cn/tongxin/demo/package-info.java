/** The stand (PostgreSQL, Keycloak, the service), the stubs of WeChat and SMS, demo data, acceptance and measurements. */
@NullMarked
package cn.tongxin.demo;

import org.jspecify.annotations.NullMarked;
