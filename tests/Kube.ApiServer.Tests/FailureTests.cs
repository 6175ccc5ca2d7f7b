using System.Text;

namespace Kube.ApiServer.Tests;

/// <summary>What a client reads when it asks for something that cannot be.</summary>
public sealed class FailureTests(ServerFixture fixture)
{
    private TestServer Server => fixture.Server;

    [Theory]
    [InlineData("GET", "/api/v1/nonsense", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/apis/none.io/v1/things", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/nonsense", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/pods/name", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/nodes", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/pods/p/nonsense", 404, "the server could not find the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/pods/p", 404, "pods \"p\" not found")]
    [InlineData("DELETE", "/apis/apps/v1/namespaces/default/deployments/d", 404, "deployments.apps \"d\" not found")]
    [InlineData("DELETE", "/api/v1/namespaces", 405, "the server does not allow this method on the requested resource")]
    [InlineData("POST", "/api/v1/namespaces/default/pods/p", 405, "the server does not allow this method on the requested resource")]
    [InlineData("TRACE", "/api/v1/namespaces/default/pods", 405, "the server does not allow this method on the requested resource")]
    [InlineData("GET", "/api/v1/namespaces/default/pods/p/binding", 405, "the server does not allow this method on the requested resource")]
    public async Task Request_ForNothing_IsAStatus(string method, string path, int code, string message)
    {
        var reply = (await Server.SendAsync(new HttpMethod(method), path, null, null)).Expect(code);
        Assert.Equal(("Status", message), ((string)reply.Json["kind"]!, reply.Message));
    }

    [Theory]
    [InlineData("application/vnd.kubernetes.protobuf", 406)]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", 200)]
    [InlineData("application/json;as=Table;v=v1;g=meta.k8s.io,application/json", 200)]
    [InlineData("application/json;as=Nonsense;v=v1;g=meta.k8s.io", 406)]
    [InlineData("application/json;as=Nonsense;v=v1;g=meta.k8s.io,*/*", 200)]
    [InlineData("text/csv", 406)]
    public async Task Accept_IsNegotiated(string accept, int code) => (await Server.GetAsync("/api/v1/namespaces", accept)).Expect(code);

    [Theory]
    [InlineData("OPTIONS", "/api/v1/namespaces/default/pods", 405)]
    [InlineData("OPTIONS", "/api/v1/namespaces/default", 405)]
    [InlineData("HEAD", "/api/v1/namespaces/default", 200)]
    [InlineData("HEAD", "/api/v1/namespaces?watch=true", 200)]
    [InlineData("HEAD", "/api/v1/namespaces/none", 404)]
    [InlineData("GET", "/api/v1/namespaces/", 200)]
    [InlineData("GET", "/api/v1/namespaces/default/", 200)]
    [InlineData("GET", "/apis/apps/v1/", 200)]
    [InlineData("GET", "/version/", 200)]
    [InlineData("GET", "/api/v1/namespaces?timeout=5s", 200)]
    [InlineData("GET", "/api/v1/namespaces?timeout=0", 200)]
    [InlineData("GET", "/api/v1/namespaces?timeout=1m30.5s", 200)]
    [InlineData("GET", "/api/v1/namespaces?timeout=soon", 400)]
    [InlineData("GET", "/api/v1/namespaces?resourceVersion=999999999&timeout=50ms", 504)]
    [InlineData("POST", "/version", 405)]
    [InlineData("DELETE", "/apis", 405)]
    public async Task Request_OddButKnown_IsAnswered(string method, string path, int code)
    {
        var reply = (await Server.SendAsync(new HttpMethod(method), path, null, null)).Expect(code);
        if (method == "HEAD")
        {
            Assert.Empty(reply.Text);
        }
    }

    [Fact]
    public async Task Accept_NothingWeHave_NamesWhatWeHave() => (await Server.GetAsync("/api/v1/namespaces", "text/csv"))
        .ExpectFailure(406, "NotAcceptable", "only the following media types are accepted: application/json, application/yaml");

    [Fact]
    public async Task Version_Asked_SaysWhoseApiThisIs()
    {
        var version = (await Server.GetAsync("/version")).Expect(200).Json;
        Assert.Equal(("1", "36"), ((string)version["major"]!, (string)version["minor"]!));
        Assert.StartsWith("v1.36.", (string)version["gitVersion"]!, StringComparison.Ordinal);
        var ready = (await Server.GetAsync("/readyz?verbose")).Expect(200);
        Assert.EndsWith("readyz check passed\n", ready.Text, StringComparison.Ordinal);
        Assert.Equal("ok", (await Server.GetAsync("/readyz")).Expect(200).Text);
    }

    [Fact]
    public async Task Create_Invalid_NamesEveryField()
    {
        var ns = await fixture.NamespaceAsync();
        var reply = (await Server.PostAsync($"/apis/apps/v1/namespaces/{ns}/deployments", """{"metadata":{"name":"Bad_Name"},"spec":{"replicas":-1}}""")).Expect(422);
        Assert.StartsWith("Deployment.apps \"Bad_Name\" is invalid: [metadata.name: Invalid value: \"Bad_Name\": a lowercase RFC 1123 subdomain", reply.Message, StringComparison.Ordinal);
        var fields = reply.Json["details"]!["causes"]!.AsArray().Select(c => (string)c!["field"]!).ToList();
        Assert.Contains("spec.replicas", fields);
        Assert.Contains("spec.selector", fields);
        Assert.Contains("spec.template.spec.containers", fields);
    }

    [Theory]
    [InlineData("""{"metadata":{"name":"a","namespace":"other"}}""", "the namespace of the provided object does not match the namespace sent on the request")]
    [InlineData("""{"metadata":{"name":"a","resourceVersion":"5"}}""", "resourceVersion should not be set on objects to be created")]
    [InlineData("""{"apiVersion":"v2","kind":"ConfigMap","metadata":{"name":"a"}}""", "the API version in the data (v2) does not match the expected API version (v1)")]
    [InlineData("""{"kind":"Pod","metadata":{"name":"a"}}""", "Pod in version \"v1\" cannot be handled as a ConfigMap: no kind \"Pod\" is served here")]
    public async Task Create_DoesNotFitThePath_IsABadRequest(string body, string message) =>
        (await Server.PostAsync("/api/v1/namespaces/default/configmaps", body)).ExpectFailure(400, "BadRequest", message);

    public static TheoryData<string, string, string> BadBodies => new()
    {
        { "nothing", "application/json", "" },
        { "no object", "application/json", "[]" },
        { "null", "application/json", "null" },
        { "text", "application/json", "\"x\"" },
        { "number", "application/json", "1" },
        { "cut off", "application/json", """{"metadata":{"name":""" },
        { "trailing", "application/json", """{"metadata":{"name":"a"}} x""" },
        { "wrong type", "application/json", """{"metadata":{"name":"a"},"data":[]}""" },
        { "wrong type deep", "application/json", """{"metadata":{"name":"a","labels":{"x":{}}}}""" },
        { "number as text", "application/json", """{"metadata":{"name":"a","generation":"x"}}""" },
        { "huge number", "application/json", """{"metadata":{"name":"a","generation":1e400}}""" },
        { "bad time", "application/json", """{"metadata":{"name":"a","creationTimestamp":"yesterday"}}""" },
        { "null metadata", "application/json", """{"metadata":null}""" },
        { "bad base64", "application/json", """{"metadata":{"name":"a"},"binaryData":{"x":"***"}}""" },
        { "deep", "application/json", """{"metadata":{"name":"a"},"x":""" + new string('[', 100_000) + new string(']', 100_000) + "}" },
        { "deep objects", "application/json", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1" + new string('}', 50_000) },
        { "lone surrogate", "application/json", """{"metadata":{"name":"\ud800"}}""" },
        { "zero byte name", "application/json", """{"metadata":{"name":"\u0000"}}""" },
        { "bad yaml", "application/yaml", "a: [1, 2" },
        { "yaml tab", "application/yaml", "a:\n\t- b" },
        { "yaml alias bomb", "application/yaml", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: &g [*f,*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g,*g]" },
        { "yaml list", "application/yaml", "- a\n- b" },
        { "two documents", "application/yaml", "metadata: {name: a}\n---\nmetadata: {name: b}" },
        { "protobuf garbage", "application/vnd.kubernetes.protobuf", "k8s\0garbage" },
        { "protobuf none", "application/vnd.kubernetes.protobuf", "garbage" },
        { "unknown type", "application/xml", "<a/>" },
        { "bad name", "application/json", """{"metadata":{"name":"../../etc"}}""" },
        { "no name", "application/json", """{"metadata":{}}""" },
        { "long name", "application/json", """{"metadata":{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}""" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task Create_BadBody_IsTheClientsFault(string name, string contentType, string body)
    {
        var reply = await Server.PostAsync("/api/v1/namespaces/default/configmaps", body, contentType);
        Assert.True(reply.Code is >= 400 and < 500, $"{name}: {reply.Code} {reply.Text}");
        Assert.Equal("Status", (string)reply.Json["kind"]!);
        Assert.NotEmpty(reply.Message);
        Assert.DoesNotContain("System.", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_BadUtf8_IsABadRequest()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes("""{"metadata":{"name":"a"},"data":{"k":"x""" + "\""), 0xff, 0xfe, .. "\"}}"u8];
        (await Server.SendAsync(HttpMethod.Post, "/api/v1/namespaces/default/configmaps", body, "application/json"))
            .ExpectFailure(400, "BadRequest", "the body of the request is not valid UTF-8");
    }

    [Fact]
    public async Task Create_MalformedJson_SaysWhere()
    {
        var reply = await Server.PostAsync("/api/v1/namespaces/default/configmaps", "{\n  \"metadata\": {\n    name: a\n  }\n}");
        Assert.Contains("line 3", reply.Expect(400).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_FourMegabytes_IsTooLarge()
    {
        var body = $$$"""{"metadata":{"name":"big"},"data":{"x":"{{{new string('x', 4 * 1024 * 1024)}}}"} }""";
        (await Server.PostAsync("/api/v1/namespaces/default/configmaps", body)).ExpectFailure(413, "RequestEntityTooLarge", "Request entity too large: limit is 3145728");
    }

    [Fact]
    public async Task Create_DuplicateKeys_AreRefusedWhenStrict()
    {
        var reply = await Server.PostAsync("/api/v1/namespaces/default/configmaps?fieldValidation=Strict", """{"metadata":{"name":"a"},"data":{"k":"1","k":"2"}}""");
        reply.ExpectFailure(400, "BadRequest", "ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error: duplicate field \"data.k\"");
    }

    [Fact]
    public async Task Request_NoCredentials_IsUnauthorized()
    {
        foreach (var path in new[] { "/api/v1/pods", "/api", "/openapi/v2", "/metrics", "/", "/nonsense" })
        {
            using var response = await Server.Anonymous.GetAsync(path);
            (await Reply.ReadAsync(response)).ExpectFailure(401, "Unauthorized", "Unauthorized");
        }
    }

    [Theory]
    [InlineData("/livez")]
    [InlineData("/readyz?verbose")]
    [InlineData("/healthz")]
    [InlineData("/version")]
    public async Task Health_NoCredentials_IsAnswered(string path)
    {
        using var response = await Server.Anonymous.GetAsync(path);
        (await Reply.ReadAsync(response)).Expect(200);
    }
}
