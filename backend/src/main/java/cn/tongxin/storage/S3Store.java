package cn.tongxin.storage;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Objects in one bucket of any store that speaks S3 (MinIO, Ceph, the clouds of the region), by committee and name. */
@Singleton
@Requires(property = "tongxin.files.s3.bucket")
class S3Store implements ObjectStore {
    private final S3Client s3;
    private final String bucket;

    S3Store(
            @Value("${tongxin.files.s3.bucket}") String bucket,
            @Value("${tongxin.files.s3.url}") String url,
            @Value("${tongxin.files.s3.region:us-east-1}") String region,
            @Value("${tongxin.files.s3.key}") String key,
            @Value("${tongxin.files.s3.secret}") String secret) {
        this.bucket = bucket;
        this.s3 = S3Client.builder()
                .endpointOverride(URI.create(url))
                .region(Region.of(region))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                .forcePathStyle(true)
                // Stores other than Amazon's do not know the newer checksums; ours are in the names.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @Override
    public void put(UUID committee, String name, byte[] bytes) {
        put(key(committee, name), RequestBody.fromBytes(bytes));
    }

    @Override
    public void put(UUID committee, String name, Path file) {
        put(key(committee, name), RequestBody.fromFile(file));
    }

    private void put(String key, RequestBody body) {
        if (!has(key)) {
            s3.putObject(request -> request.bucket(bucket).key(key), body);
        }
    }

    private boolean has(String key) {
        try {
            s3.headObject(request -> request.bucket(bucket).key(key));
            return true;
        } catch (S3Exception failure) {
            if (failure.statusCode() == 404) {
                return false;
            }
            throw failure;
        }
    }

    @Override
    public InputStream open(UUID committee, String name) {
        try {
            return s3.getObject(request -> request.bucket(bucket).key(key(committee, name)));
        } catch (NoSuchKeyException missing) {
            throw new IllegalStateException("The store has lost an object that a row names: " + name, missing);
        }
    }

    @Override
    public void delete(UUID committee, String name) {
        s3.deleteObject(request -> request.bucket(bucket).key(key(committee, name)));
    }

    @PreDestroy
    void close() {
        s3.close();
    }

    private static String key(UUID committee, String name) {
        return committee + "/" + name.substring(0, 2) + "/" + name;
    }
}
