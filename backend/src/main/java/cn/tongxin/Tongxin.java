package cn.tongxin;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;

/** The program: {@code serve}; more commands join as the product grows. */
@OpenAPIDefinition(info = @Info(title = "Tongxin 同心", version = "1.0"))
public final class Tongxin {
    private Tongxin() {}

    public static void main(String[] args) {
        Micronaut.build(args).mainClass(Tongxin.class).banner(false).start();
    }
}
