using Kube.Api.ApiRegistration.V1;

namespace Kube.Api.Resources.Tests;

/// <summary>Rules, cells and status of APIServices.</summary>
public class APIServiceTests
{
    private const string Kind = "apiservices.apiregistration.k8s.io";
    private const string Behind = "spec.service = {\"namespace\":\"n\",\"name\":\"s\"}";
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("metadata.name = \"v1.other.com\"", "metadata.name: Invalid value: \"v1.other.com\": must be `spec.version+\".\"+spec.group`: \"v1.example.com\"")]
    [InlineData("spec.group = ; spec.version = \"v2\"; metadata.name = \"v2.\"", "spec.group: Required value: only v1 may have an empty group and it better be legacy kube")]
    [InlineData("spec.version = \"V1\"; metadata.name = \"V1.example.com\"", "spec.version: Invalid value: \"V1\": a DNS-1035 label")]
    [InlineData("spec.groupPriorityMinimum = 0", "spec.groupPriorityMinimum: Invalid value: 0: must be positive and less than 20000")]
    [InlineData("spec.versionPriority = 1001", "spec.versionPriority: Invalid value: 1001: must be positive and less than 1000")]
    [InlineData("spec.caBundle = \"YQ==\"", "spec.caBundle: Invalid value: \"1 bytes\": local APIServices may not have a caBundle")]
    [InlineData("spec.insecureSkipTLSVerify = true", "spec.insecureSkipTLSVerify: Invalid value: true: local APIServices may not have insecureSkipTLSVerify")]
    [InlineData("spec.service = {\"name\":\"s\"}", "spec.service.namespace: Required value")]
    [InlineData("spec.service = {\"namespace\":\"n\",\"name\":\"s\",\"port\":0}", "spec.service.port: Invalid value: 0: port is not valid: must be between 1 and 65535, inclusive")]
    [InlineData(Behind + "; spec.insecureSkipTLSVerify = true; spec.caBundle = \"YQ==\"", "spec.insecureSkipTLSVerify: Invalid value: true: may not be true if caBundle is present")]
    public void Validate_Wrong_IsRefused(string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(Kind, change)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Validate_CoreGroup_HasNoErrors() => Assert.Empty(Manifest.ErrorsOfCreate(Kind, "spec.group = ; metadata.name = \"v1.\""));

    [Fact]
    public void Default_Service_HasThePortOfHttps() => Assert.Equal(443, ((APIService)Manifest.Read(Kind, Behind)).Spec!.Service!.Port);

    [Theory]
    [InlineData("", "Local", "True")]
    [InlineData(Behind, "n/s", "Unknown")]
    public void Create_Status_IsKnownForLocalOnesOnly(string change, string service, string available)
    {
        var (resource, obj) = (Manifest.ResourceOf(Kind), Manifest.Read(Kind, change + (change.Length == 0 ? "" : "; ") + "status = {\"conditions\":[{\"type\":\"Available\",\"status\":\"False\",\"reason\":\"Mine\"}]}"));
        resource.PrepareForCreate(obj);
        Assert.Equal([service, available], resource.Cells(obj, s_now)[1..3]);
    }

    [Fact]
    public void Cells_NotAvailable_SayWhy()
    {
        var obj = Manifest.Read(Kind, Behind + "; status = {\"conditions\":[{\"type\":\"Available\",\"status\":\"False\",\"reason\":\"ServiceNotFound\"}]}");
        Assert.Equal("False (ServiceNotFound)", Manifest.ResourceOf(Kind).Cells(obj, s_now)[2]);
    }
}
