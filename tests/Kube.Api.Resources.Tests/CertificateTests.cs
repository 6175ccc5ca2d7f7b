using Kube.Api.Certificates.V1;
using Kube.Machinery.Validation;

namespace Kube.Api.Resources.Tests;

/// <summary>Certificate signing requests: what may be asked, and who may change what.</summary>
public class CertificateTests
{
    private const string Kind = "certificatesigningrequests.certificates.k8s.io";
    private const string Certificate = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJkVENDQVJ1Z0F3SUJBZ0lVR2YrZHFmYjVoeU5zUGFrdlJqZ3JhTnVIUys0d0NnWUlLb1pJemowRUF3SXcKRHpFTk1Bc0dBMVVFQXd3RWFtRnVaVEFnRncweU5qRXhNakF4TmpVeU1qZGFHQTh5TVRJMk1UQXlOekUyTlRJeQpOMW93RHpFTk1Bc0dBMVVFQXd3RWFtRnVaVEJaTUJNR0J5cUdTTTQ5QWdFR0NDcUdTTTQ5QXdFSEEwSUFCRVlkCktrVlAyTzNsNW5mVXZWWk8ycXJtTGc4VmpqRlZGVVNoOHNNeTU1SnNZU2d5S3VteERTUE9sMEl6LzBGWVZTOGkKOU1vbXFZRHBCZUZMYmxhWlVvMmpVekJSTUIwR0ExVWREZ1FXQkJTY0VJNlJtaElxTGRqVnRzeFAzMTVhWWZqTApqakFmQmdOVkhTTUVHREFXZ0JTY0VJNlJtaElxTGRqVnRzeFAzMTVhWWZqTGpqQVBCZ05WSFJNQkFmOEVCVEFECkFRSC9NQW9HQ0NxR1NNNDlCQU1DQTBnQU1FVUNJQjB0bGtEZzZ1NzBHSHd2a2xPU0x2TGRpSWgyVElXWWRVQ2gKZFNXNFMzcDBBaUVBbHRTK2hwdkZvMGhxVVEzc0RlRWZaVGVES3RiVG1Pcjk2Z25yN1FtVFd3QT0KLS0tLS1FTkQgQ0VSVElGSUNBVEUtLS0tLQo=";
    private static readonly Resource s_resource = Manifest.ResourceOf(Kind);
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("spec.request = ", "spec.request: Invalid value: \"\": PEM block type must be CERTIFICATE REQUEST")]
    [InlineData("spec.request = \"YWJj\"", "spec.request: Invalid value: \"YWJj\": PEM block type must be CERTIFICATE REQUEST")]
    [InlineData("spec.request = \"LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KQUFBQQotLS0tLUVORCBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0K\"", "spec.request: Invalid value: ")]
    [InlineData("spec.usages = ", "spec.usages: Required value: usages must be provided")]
    [InlineData("spec.usages = [\"flying\"]", "spec.usages[0]: Unsupported value: \"flying\": supported values: \"any\"")]
    [InlineData("spec.usages = [\"client auth\",\"client auth\"]", "spec.usages[1]: Duplicate value: \"client auth\"")]
    [InlineData("spec.signerName = ", "spec.signerName: Required value")]
    [InlineData("spec.signerName = \"kubernetes.io/legacy-unknown\"", "spec.signerName: Invalid value: \"kubernetes.io/legacy-unknown\": the legacy signerName is not allowed via this API version")]
    [InlineData("spec.signerName = \"a.io\"", "spec.signerName: Invalid value: \"a.io\": must be a fully qualified domain and path of the form 'example.com/signer-name'")]
    [InlineData("spec.signerName = \"a/s\"", "spec.signerName: Invalid value: \"a\": should be a domain with at least two segments separated by dots")]
    [InlineData("spec.signerName = \"A.io/s\"", "spec.signerName: Invalid value: \"A.io\": validating label \"A\": a lowercase RFC 1123 label")]
    [InlineData("spec.signerName = \"a.io/S\"", "spec.signerName: Invalid value: \"S\": validating label \"S\": a lowercase RFC 1123 subdomain")]
    [InlineData("spec.expirationSeconds = 599", "spec.expirationSeconds: Invalid value: 599: may not specify a duration less than 600 seconds (10 minutes)")]
    public void Request_Spoiled_SaysWhatIsWrong(string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(Kind, change)).ToString());

    [Fact]
    public void Create_IsByWhoWrites_WhateverTheObjectSays()
    {
        var request = Read("spec.username = \"root\"; spec.groups = [\"system:masters\"]; spec.extra = {\"a\":[\"b\"]}; status.conditions = [{\"type\":\"Approved\",\"status\":\"True\"}]");
        s_resource.PrepareForCreate(request);
        s_resource.Stamp(request, null, new Writer("jane", "u-1", ["team"], new Dictionary<string, IReadOnlyList<string>>(), s_now));

        Assert.Equal(("jane", "u-1", "team", null), (request.Spec!.Username, request.Spec.Uid, string.Join(',', request.Spec.Groups!), request.Spec.Extra));
        Assert.Null(request.Status!.Conditions);
    }

    [Fact]
    public void Update_ChangesNeitherRequestNorStatus()
    {
        var (request, old) = (Read("spec.signerName = \"b.io/s\"; status.conditions = [{\"type\":\"Approved\",\"status\":\"True\"}]"), Read(""));
        s_resource.PrepareForUpdate(request, old);

        Assert.Equal(("a.io/s", null), (request.Spec!.SignerName, request.Status));
    }

    [Theory]
    [InlineData("", "Approved:True", "")]
    [InlineData("", "Approved:False", "status.conditions[0].status: Unsupported value: \"False\": supported values: \"True\"")]
    [InlineData("", "Approved:True,Denied:True", "status.conditions[1].type: Invalid value: \"Denied\": Approved and Denied conditions are mutually exclusive")]
    [InlineData("", "Mine:Unknown,Mine:True", "status.conditions[1].type: Duplicate value: \"Mine\"")]
    [InlineData("Denied:True", "", "status.conditions: Forbidden: updates may not remove a condition of type \"Denied\"")]
    public void Approval_ChangesTheConditions(string before, string after, string expected) =>
        Assert.Equal(expected, Errors("approval", Conditions(before), Conditions(after)));

    [Theory]
    [InlineData("", "Failed:True", "")]
    [InlineData("", "Approved:True", "status.conditions: Forbidden: updates may not add a condition of type \"Approved\"")]
    [InlineData("Approved:True", "", "status.conditions: Forbidden: updates may not remove a condition of type \"Approved\"")]
    [InlineData("Approved:True", "Approved:False", "")]
    public void Status_DoesNotDecide(string before, string after, string expected) =>
        Assert.Equal(expected, Errors("status", Conditions(before), Conditions(after)));

    [Theory]
    [InlineData("", "status.certificate = \"" + Certificate + "\"", "")]
    [InlineData("", "status.certificate = \"YWJj\"", "status.certificate: Invalid value: \"<certificate data>\": must contain at least one CERTIFICATE PEM block")]
    [InlineData("status.certificate = \"YWJj\"", "status.certificate = \"" + Certificate + "\"", "status.certificate: Forbidden: updates may not modify existing certificate content")]
    public void Certificate_IsIssuedOnce(string before, string after, string expected) => Assert.Equal(expected, Errors("status", before, after));

    [Fact]
    public void Approval_StampsTheConditions_AndLeavesTheCertificate()
    {
        var (request, old) = (Read("status.certificate = \"YWJj\"; " + Conditions("Approved:True")), Read(""));
        s_resource.PrepareForPartUpdate("approval", request, old);
        s_resource.Stamp(request, old, new Writer("a", null, [], new Dictionary<string, IReadOnlyList<string>>(), s_now));

        var condition = Assert.Single(request.Status!.Conditions!);
        Assert.Equal((s_now, s_now, null), (condition.LastUpdateTime!.Value, condition.LastTransitionTime!.Value, request.Status.Certificate));
    }

    [Theory]
    [InlineData("", "Pending")]
    [InlineData("Approved:True", "Approved")]
    [InlineData("Denied:True", "Denied")]
    [InlineData("Approved:True,Failed:True", "Approved,Failed")]
    public void Cells_SayHowFarItIs(string conditions, string expected)
    {
        var cells = s_resource.Cells(Read("spec.expirationSeconds = 86400; spec.username = \"jane\"; " + Conditions(conditions)), default);

        Assert.Equal(["c", "<unknown>", "a.io/s", "jane", "24h", expected], cells);
    }

    private static CertificateSigningRequest Read(string change) => (CertificateSigningRequest)Manifest.Read(Kind, change);

    private static string Conditions(string text) => text.Length == 0 ? "" : "status.conditions = [" + string.Join(',', text.Split(',').Select(c => c.Split(':'))
        .Select(c => $"{{\"type\":\"{c[0]}\",\"status\":\"{c[1]}\"}}")) + "]";

    private static string Errors(string part, string before, string after)
    {
        var (obj, old, errors) = (Read(after), Read(before), new FieldErrors());
        if (part == "status")
        {
            s_resource.PrepareForStatusUpdate(obj, old);
            s_resource.ValidateStatusUpdate(obj, old, errors);
        }
        else
        {
            s_resource.PrepareForPartUpdate(part, obj, old);
            s_resource.ValidatePartUpdate(part, obj, old, errors);
        }

        return string.Join("; ", errors);
    }
}
