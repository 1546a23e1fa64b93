package cn.tongxin.reading.duty;

import io.swagger.v3.oas.annotations.media.Schema;

/** As what a member goes on with a post. */
@Schema(name = "RaisedAs")
enum Duty {
    PROPOSAL,
    OPINION_REPORT;

    /** As links name it. */
    String type() {
        return switch (this) {
            case PROPOSAL -> "proposal";
            case OPINION_REPORT -> "opinion_report";
        };
    }
}
