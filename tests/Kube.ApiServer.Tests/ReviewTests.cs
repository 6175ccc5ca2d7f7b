using System.Text.Json.Nodes;

namespace Kube.ApiServer.Tests;

/// <summary>Kinds that are answered and not stored.</summary>
public sealed class ReviewTests(ServerFixture fixture)
{
    private const string Authentication = "/apis/authentication.k8s.io/v1/";
    private const string Authorization = "/apis/authorization.k8s.io/v1/";

    private TestServer Server => fixture.Server;

    [Fact]
    public async Task SelfSubjectReview_Sender_IsNamed()
    {
        var reply = (await Server.PostAsync(Authentication + "selfsubjectreviews", "{}")).Expect(201);
        Assert.Equal("SelfSubjectReview", (string)reply.Json["kind"]!);
        var user = reply.Json["status"]!["userInfo"]!;
        Assert.Equal(("tester", "1"), ((string)user["username"]!, (string)user["uid"]!));
        Assert.Equal(["system:masters", "system:authenticated"], Texts(user["groups"]));
    }

    [Theory]
    [InlineData(TestServer.Token, "", true)]
    [InlineData("wrong", "", false)]
    [InlineData(TestServer.Token, "\"elsewhere\"", false)]
    [InlineData(TestServer.Token, "\"elsewhere\",\"https://kubernetes.default.svc.cluster.local\"", true)]
    public async Task TokenReview_Token_IsJudgedAsInARequest(string token, string audiences, bool known)
    {
        var status = (await Server.PostAsync(Authentication + "tokenreviews", $$$"""{"spec":{"token":"{{{token}}}","audiences":[{{{audiences}}}]}}""")).Expect(201).Json["status"]!;
        Assert.Equal(known, (bool?)status["authenticated"] ?? false);
        Assert.Equal(known ? "tester" : null, (string?)status["user"]!["username"]);
        Assert.Equal(known ? ["https://kubernetes.default.svc.cluster.local"] : [], Texts(status["audiences"]));
        Assert.Equal(known, status["error"] is null);
    }

    [Theory]
    [InlineData("selfsubjectaccessreviews", """{"resourceAttributes":{"verb":"get","resource":"pods","namespace":"default"}}""", true)]
    [InlineData("selfsubjectaccessreviews", """{"nonResourceAttributes":{"verb":"get","path":"/version"}}""", true)]
    [InlineData("subjectaccessreviews", """{"user":"a","groups":["system:authenticated","system:masters"],"resourceAttributes":{"verb":"get","resource":"pods"}}""", true)]
    [InlineData("subjectaccessreviews", """{"user":"a","resourceAttributes":{"verb":"get","resource":"pods"}}""", false)]
    public async Task AccessReview_Question_IsAnswered(string plural, string spec, bool allowed)
    {
        var reply = (await Server.PostAsync(Authorization + plural, $$"""{"spec":{{spec}}}""")).Expect(201);
        Assert.Equal(allowed, (bool)reply.Json["status"]!["allowed"]!);
    }

    [Fact]
    public async Task LocalAccessReview_OtherNamespace_IsRefused()
    {
        const string Spec = """{"spec":{"user":"a","resourceAttributes":{"verb":"get","resource":"pods","namespace":"default"}}}""";
        (await Server.PostAsync(Authorization + "namespaces/default/localsubjectaccessreviews", Spec)).Expect(201);
        var refused = (await Server.PostAsync(Authorization + "namespaces/kube-system/localsubjectaccessreviews", Spec)).Expect(422);
        Assert.Contains("spec.resourceAttributes.namespace: Invalid value: \"default\": must match metadata.namespace", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RulesReview_Namespace_ListsWhatTheSenderMayDo()
    {
        var status = (await Server.PostAsync(Authorization + "selfsubjectrulesreviews", """{"spec":{"namespace":"default"}}""")).Expect(201).Json["status"]!;
        Assert.False((bool)status["incomplete"]!);
        Assert.Contains("*", Texts(status["resourceRules"]![0]!["verbs"]));
        Assert.Contains("*", Texts(status["nonResourceRules"]![0]!["nonResourceURLs"]));
        (await Server.PostAsync(Authorization + "selfsubjectrulesreviews", """{"spec":{}}""")).ExpectFailure(400, "BadRequest", "no namespace on request");
    }

    [Theory]
    [InlineData("subjectaccessreviews", """{"spec":{"user":"a"}}""", 422, "spec.resourceAttributes: Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified")]
    [InlineData("subjectaccessreviews", """{"spec":{"resourceAttributes":{"verb":"get"}}}""", 422, "spec.user: Invalid value: \"\": at least one of user or group must be specified")]
    [InlineData("selfsubjectaccessreviews", """{"metadata":{"name":"x"},"spec":{"resourceAttributes":{"verb":"get"}}}""", 422, "must be empty")]
    [InlineData("selfsubjectaccessreviews?fieldValidation=Strict", """{"spec":{"resourceAttributes":{"verbs":"get"}}}""", 400, "unknown field \"spec.resourceAttributes.verbs\"")]
    [InlineData("selfsubjectaccessreviews?dryRun=Some", """{"spec":{"resourceAttributes":{"verb":"get"}}}""", 422, "dryRun")]
    public async Task AccessReview_Wrong_IsRefused(string path, string body, int code, string message) =>
        Assert.Contains(message, (await Server.PostAsync(Authorization + path, body)).Expect(code).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Review_OtherVerbs_AreNotServed()
    {
        (await Server.GetAsync(Authentication + "tokenreviews")).Expect(405);
        (await Server.GetAsync(Authentication + "tokenreviews/x")).Expect(405);
        (await Server.DeleteAsync(Authentication + "tokenreviews/x")).Expect(405);
        (await Server.PostAsync(Authentication + "tokenreviews", """{"spec":{}}""")).ExpectFailure(400, "BadRequest", "token is required for TokenReview in authentication");
        var declared = (await Server.GetAsync(Authentication[..^1])).Json["resources"]!.AsArray().Single(r => (string)r!["name"]! == "tokenreviews")!;
        Assert.Equal(["create"], Texts(declared["verbs"]));
        Assert.Null(declared["storageVersionHash"]);
    }

    private static List<string> Texts(JsonNode? array) => array is null ? [] : [.. array.AsArray().Select(t => (string)t!)];
}
