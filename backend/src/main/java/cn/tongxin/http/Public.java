package cn.tongxin.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that anybody may call. It says {@code x-public: true} in the OpenAPI document, and the stranger test prints it. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Operation(extensions = @Extension(properties = @ExtensionProperty(name = "public", value = "true", parseValue = true)))
public @interface Public {}
