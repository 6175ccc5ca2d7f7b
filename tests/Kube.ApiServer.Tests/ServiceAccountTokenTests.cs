using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kube.Storage;
using Kube.Testing;

namespace Kube.ApiServer.Tests;

/// <summary>Tokens of service accounts: made, believed, and no longer believed.</summary>
public sealed class ServiceAccountTokenTests(ServerFixture fixture)
{
    private const string Issuer = "https://kubernetes.default.svc.cluster.local";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task Create_Defaults_ClaimsAreThoseOfKubernetes()
    {
        var (ns, account) = await AccountAsync();
        var reply = (await Server.PostAsync(TokenPath(ns), "{}")).Expect(201);
        Assert.Equal(("TokenRequest", 3600, "robot"), ((string)reply.Json["kind"]!, (int)reply.Json["spec"]!["expirationSeconds"]!, (string)reply.Json["metadata"]!["name"]!));
        var claims = Part((string)reply.Json["status"]!["token"]!, 1);
        Assert.Equal((Issuer, $"system:serviceaccount:{ns}:robot"), ((string)claims["iss"]!, (string)claims["sub"]!));
        Assert.Equal(Issuer, (string)claims["aud"]![0]!);
        Assert.Equal(3600, (long)claims["exp"]! - (long)claims["iat"]!);
        Assert.Equal((long)claims["iat"]!, (long)claims["nbf"]!);
        Assert.True(Guid.TryParse((string)claims["jti"]!, out _));
        var own = claims["kubernetes.io"]!;
        Assert.Equal((ns, "robot", account), ((string)own["namespace"]!, (string)own["serviceaccount"]!["name"]!, (string)own["serviceaccount"]!["uid"]!));
    }

    [Fact]
    public async Task Authenticate_Token_IsTheServiceAccount()
    {
        var (ns, account) = await AccountAsync();
        var user = (await AskAsync(Server, await TokenAsync(ns, "{}"))).Expect(201).Json["status"]!["userInfo"]!;
        Assert.Equal(($"system:serviceaccount:{ns}:robot", account), ((string)user["username"]!, (string)user["uid"]!));
        Assert.Equal(["system:serviceaccounts", $"system:serviceaccounts:{ns}", "system:authenticated"], user["groups"]!.AsArray().Select(g => (string)g!));
        Assert.StartsWith("JTI=", (string)user["extra"]!["authentication.kubernetes.io/credential-id"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authenticate_TamperedToken_IsRefused()
    {
        var (ns, _) = await AccountAsync();
        var parts = (await TokenAsync(ns, "{}")).Split('.');
        var none = Encoded("""{"alg":"none"}""");
        var hmac = Encoded("""{"alg":"HS256"}""");
        var claims = Part(string.Join('.', parts), 1);
        claims["sub"] = "system:serviceaccount:kube-system:default";
        using var otherKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var text = $"{parts[0]}.{parts[1]}";
        string[] wrong =
        [
            $"{none}.{parts[1]}.",
            $"{none}.{parts[1]}.{parts[2]}",
            $"{hmac}.{parts[1]}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes("key"), Encoding.UTF8.GetBytes($"{hmac}.{parts[1]}")))}",
            $"{parts[0]}.{Encoded(claims.ToJsonString())}.{parts[2]}",
            $"{text}.{Base64Url.EncodeToString(otherKey.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}",
            text,
            $"{text}.",
            "..",
            $"{text}.{parts[2]}.{parts[2]}",
            $"{text}.{parts[2][..^4]}",
            $"{Encoded("[1]")}.{parts[1]}.{parts[2]}",
        ];
        foreach (var token in wrong)
        {
            (await AskAsync(Server, token)).ExpectFailure(401, "Unauthorized", "Unauthorized");
        }
    }

    [Fact]
    public async Task Authenticate_OtherAudience_IsRefusedHereAndKnownToAReview()
    {
        var (ns, _) = await AccountAsync();
        var token = await TokenAsync(ns, """{"spec":{"audiences":["vault"]}}""");
        (await AskAsync(Server, token)).Expect(401);
        var review = (await Server.PostAsync("/apis/authentication.k8s.io/v1/tokenreviews", $$$"""{"spec":{"token":"{{{token}}}","audiences":["vault","x"]}}""")).Expect(201).Json["status"]!;
        Assert.True((bool)review["authenticated"]!);
        Assert.Equal("vault", (string)review["audiences"]!.AsArray().Single()!);
    }

    [Fact]
    public async Task Authenticate_AccountMadeAgain_OldTokenIsRefused()
    {
        var (ns, _) = await AccountAsync();
        var token = await TokenAsync(ns, "{}");
        (await Server.DeleteAsync($"/api/v1/namespaces/{ns}/serviceaccounts/robot")).Expect(200);
        (await AskAsync(Server, token)).Expect(401);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/serviceaccounts", """{"metadata":{"name":"robot"}}""")).Expect(201);
        (await AskAsync(Server, token)).Expect(401);
        (await AskAsync(Server, await TokenAsync(ns, "{}"))).Expect(201);
    }

    [Theory]
    [InlineData("Secret", "secrets")]
    [InlineData("Pod", "pods")]
    public async Task Authenticate_BoundObjectGone_TokenIsRefused(string kind, string plural)
    {
        var (ns, _) = await AccountAsync();
        var collection = $"/api/v1/namespaces/{ns}/{plural}";
        var bound = (await Server.PostAsync(collection, """{"metadata":{"name":"b"},"spec":{"serviceAccountName":"robot","containers":[{"name":"c","image":"i:1"}]}}""")).Expect(201);
        var token = await TokenAsync(ns, $$$$"""{"spec":{"boundObjectRef":{"kind":"{{{{kind}}}}","apiVersion":"v1","name":"b"}}}""");
        Assert.Equal((string)bound.Json["metadata"]!["uid"]!, (string)Part(token, 1)["kubernetes.io"]![kind.ToLowerInvariant()]!["uid"]!);
        (await AskAsync(Server, token)).Expect(201);
        (await Server.DeleteAsync($"{collection}/b?gracePeriodSeconds=0")).Expect(200);
        (await AskAsync(Server, token)).Expect(401);
    }

    [Theory]
    [InlineData("""{"spec":{"expirationSeconds":599}}""", 422, "spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 10 minutes")]
    [InlineData("""{"spec":{"expirationSeconds":4294967297}}""", 422, "spec.expirationSeconds: Invalid value: 4294967297: may not specify a duration larger than 2^32 seconds")]
    [InlineData("""{"metadata":{"name":"other"}}""", 400, "the name of the object does not match the name on the URL")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"nobody"}}}""", 404, "pods \"nobody\" not found")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"ConfigMap","apiVersion":"v1","name":"x"}}}""", 400, "cannot bind token to object of type v1, Kind=ConfigMap")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Secret","apiVersion":"v1","name":"s","uid":"u"}}}""", 409, "the UID in the bound object reference (u) does not match the UID in record")]
    [InlineData("""{"spec":{"boundObjectRef":{"kind":"Pod","apiVersion":"v1","name":"p"}}}""", 400, "cannot bind token for serviceaccount \"robot\" to pod running with different serviceaccount name.")]
    public async Task Create_Wrong_IsRefused(string body, int code, string message)
    {
        var (ns, _) = await AccountAsync();
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/secrets", """{"metadata":{"name":"s"}}""")).Expect(201);
        (await Server.PostAsync($"/api/v1/namespaces/{ns}/pods", Samples.Pod("p"))).Expect(201);
        Assert.Contains(message, (await Server.PostAsync(TokenPath(ns), body)).Expect(code).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_NoSuchAccount_IsNotFound() => (await Server.PostAsync("/api/v1/namespaces/default/serviceaccounts/nobody/token", "{}"))
        .ExpectFailure(404, "NotFound", "serviceaccounts \"nobody\" not found");

    [Fact]
    public async Task Authenticate_Expired_IsRefused()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var store = new MemoryStore(TimeProvider.System);
        using var key = RSA.Create(2048);
        await using var server = await TestServer.StartAsync(store, o => o with { Clock = clock, ServiceAccountKeys = [key.ExportPkcs8PrivateKeyPem()] });
        (await server.PostAsync("/api/v1/namespaces/default/serviceaccounts", """{"metadata":{"name":"robot"}}""")).Expect(201);
        var token = (string)(await server.PostAsync(TokenPath("default"), """{"spec":{"expirationSeconds":600}}""")).Expect(201).Json["status"]!["token"]!;
        Assert.Equal("RS256", (string)Part(token, 0)["alg"]!);
        (await AskAsync(server, token)).Expect(201);
        clock.Advance(TimeSpan.FromSeconds(599));
        (await AskAsync(server, token)).Expect(201);
        clock.Advance(TimeSpan.FromSeconds(1));
        (await AskAsync(server, token)).Expect(401);
    }

    [Fact]
    public async Task PublicKeys_OfTheServer_VerifyItsTokens()
    {
        var (ns, _) = await AccountAsync();
        var token = await TokenAsync(ns, "{}");
        var configuration = (await Server.GetAsync("/.well-known/openid-configuration")).Expect(200).Json;
        Assert.Equal((Issuer, "/openid/v1/jwks"), ((string)configuration["issuer"]!, new Uri((string)configuration["jwks_uri"]!).AbsolutePath));
        var reply = (await Server.GetAsync("/openid/v1/jwks")).Expect(200);
        Assert.Equal("application/jwk-set+json", reply.ContentType);
        var key = reply.Json["keys"]!.AsArray().Single(k => (string)k!["kid"]! == (string)Part(token, 0)["kid"]!)!;
        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars((string)key["x"]!), Y = Base64Url.DecodeFromChars((string)key["y"]!) },
        });
        var dot = token.LastIndexOf('.');
        Assert.True(verifier.VerifyData(Encoding.ASCII.GetBytes(token[..dot]), Base64Url.DecodeFromChars(token.AsSpan(dot + 1)), HashAlgorithmName.SHA256));
    }

    private static string TokenPath(string ns) => $"/api/v1/namespaces/{ns}/serviceaccounts/robot/token";

    private static string Encoded(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static JsonNode Part(string token, int index) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[index]))!;

    private static async Task<Reply> AskAsync(TestServer server, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/apis/authentication.k8s.io/v1/selfsubjectreviews") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        using var response = await server.Anonymous.SendAsync(request);
        return await Reply.ReadAsync(response);
    }

    private async Task<(string Namespace, string Uid)> AccountAsync()
    {
        var ns = await fixture.NamespaceAsync();
        var account = (await Server.PostAsync($"/api/v1/namespaces/{ns}/serviceaccounts", """{"metadata":{"name":"robot"}}""")).Expect(201);
        return (ns, (string)account.Json["metadata"]!["uid"]!);
    }

    private async Task<string> TokenAsync(string ns, string body) => (string)(await Server.PostAsync(TokenPath(ns), body)).Expect(201).Json["status"]!["token"]!;
}
