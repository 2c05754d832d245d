package podium.scoring.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import podium.kit.upload.PartedUploadView;
import podium.scoring.background.TaskProgress;

/**
 * An upload of a raw file as its sender sees it.
 *
 * @param upload the upload
 * @param progress how far it is, while it is put together and profiled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RawUploadView(
        @JsonUnwrapped PartedUploadView upload, @Nullable TaskProgress progress) {}
