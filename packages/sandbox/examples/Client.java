// 下一单，再查它：签名、发送、验签。只用 JDK（17 起，java Client.java 就能运行）。
import java.net.URI;
import java.net.http.*;
import java.nio.file.*;
import java.security.*;
import java.security.spec.*;
import java.util.*;

public class Client {
    static final Map<String, String> env = System.getenv();

    static byte[] der(String name) throws Exception {
        String pem = Files.readString(Path.of(env.get(name)));
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----.*?-----", ""));
    }

    static String authorization(String method, String path, String body) throws Exception {
        String nonce = UUID.randomUUID().toString().replace("-", "");
        long timestamp = System.currentTimeMillis() / 1000;
        Signature signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der("WXPAY_PRIVATE_KEY"))));
        signer.update(String.join("\n", method, path, "" + timestamp, nonce, body, "").getBytes("UTF-8"));
        return String.format(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",serial_no=\"%s\",nonce_str=\"%s\",timestamp=\"%d\",signature=\"%s\"",
            env.get("WXPAY_MCHID"), env.get("WXPAY_SERIAL"), nonce, timestamp,
            Base64.getEncoder().encodeToString(signer.sign()));
    }

    static void verify(HttpHeaders headers, String body) throws Exception {
        Signature verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der("WXPAY_PUBLIC_KEY"))));
        String timestamp = headers.firstValue("Wechatpay-Timestamp").orElseThrow();
        String nonce = headers.firstValue("Wechatpay-Nonce").orElseThrow();
        verifier.update(String.join("\n", timestamp, nonce, body, "").getBytes("UTF-8"));
        byte[] signature = Base64.getDecoder().decode(headers.firstValue("Wechatpay-Signature").orElseThrow());
        if (!verifier.verify(signature)) throw new SignatureException("应答的签名不对");
    }

    static String call(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(env.get("WXPAY_BASE_URL") + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .header("User-Agent", "java")
            .header("Wechatpay-Serial", env.get("WXPAY_PUBLIC_KEY_ID"))
            .header("Authorization", authorization(method, path, body))
            .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) throw new IllegalStateException(response.statusCode() + " " + response.body());
        verify(response.headers(), response.body());
        return response.body();
    }

    public static void main(String[] args) throws Exception {
        String mchid = env.get("WXPAY_MCHID");
        String number = "JAVA" + System.nanoTime();
        call("POST", "/v3/pay/transactions/native", """
            {"appid":"wxd678efh567hg6787","mchid":"%s","description":"早餐","out_trade_no":"%s",
            "notify_url":"http://127.0.0.1:3000/notify","amount":{"total":100,"currency":"CNY"}}""".formatted(mchid, number));
        // JDK 里没有 JSON；程序里用 Jackson 等来读
        String found = call("GET", "/v3/pay/transactions/out-trade-no/" + number + "?mchid=" + mchid, "");
        System.out.println(found.replaceAll(".*\"trade_state\":\"(\\w+)\".*", "$1"));
    }
}
