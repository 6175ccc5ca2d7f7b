namespace Kube.Api.Resources.Tests;

/// <summary>Rules and columns of PodDisruptionBudgets.</summary>
public class DisruptionBudgetTests
{
    private const string Kind = "poddisruptionbudgets.policy";

    [Theory]
    [InlineData("spec.maxUnavailable = 1", "spec: Invalid value: {\"minAvailable\":1,")]
    [InlineData("spec.minAvailable = -1", "spec.minAvailable: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("spec.minAvailable = \"101%\"", "spec.minAvailable: Invalid value: \"101%\": must not be greater than 100%")]
    [InlineData("spec.minAvailable = \"some\"", "spec.minAvailable: Invalid value: \"some\": a valid percent string")]
    [InlineData("spec.selector.matchLabels = {\"a b\":\"c\"}", "spec.selector.matchLabels: Invalid value: \"a b\"")]
    [InlineData("spec.unhealthyPodEvictionPolicy = \"Never\"", "spec.unhealthyPodEvictionPolicy: Unsupported value: \"Never\": supported values: \"AlwaysAllow\", \"IfHealthyBudget\"")]
    public void Validate_BrokenRule_IsTheOneError(string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(Kind, change)).ToString());

    [Theory]
    [InlineData("status.disruptionsAllowed = -1", "status.disruptionsAllowed: Invalid value: -1")]
    [InlineData("status.conditions = [{\"type\":\"A\",\"status\":\"True\",\"lastTransitionTime\":\"2026-01-01T00:00:00Z\"}]", "status.conditions[0].reason: Required value")]
    public void Status_BrokenRule_IsTheOneError(string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfStatus(Kind, "", change)).ToString());

    [Theory]
    [InlineData("", "b|1|N/A|0|<unknown>")]
    [InlineData("spec.minAvailable = ; spec.maxUnavailable = \"20%\"; status.disruptionsAllowed = 2", "b|N/A|20%|2|<unknown>")]
    public void Cells_OfABudget_AreKubernetes(string change, string expected) =>
        Assert.Equal(expected, string.Join('|', Manifest.ResourceOf(Kind).Cells(Manifest.Read(Kind, change), Manifest.Now)));
}
