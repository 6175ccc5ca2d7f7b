using Kube.Machinery.Validation;

namespace Kube.Machinery.Tests.Validation;

public sealed class LabelRulesTests
{
    [Theory]
    [InlineData("app", null)]
    [InlineData("example.com/App_1.x", null)]
    [InlineData("", "name part must be non-empty; name part must consist of alphanumeric characters")]
    [InlineData("/a", "prefix part must be non-empty")]
    [InlineData("UP/a", "prefix part a lowercase RFC 1123 subdomain must consist of")]
    [InlineData("a/b/c", "a qualified name must consist of alphanumeric characters")]
    [InlineData("a b", "name part must consist of alphanumeric characters")]
    public void QualifiedNameError_Key_NamesTheBrokenRule(string key, string? expected)
    {
        var error = LabelRules.QualifiedNameError(key);
        Assert.True(expected is null ? error is null : error!.StartsWith(expected, StringComparison.Ordinal), error);
    }

    [Fact]
    public void CheckLabels_BadOnes_AreAllListed()
    {
        var errors = new FieldErrors();
        LabelRules.CheckLabels(new Dictionary<string, string> { ["ok"] = "v", ["-bad"] = "x y", [new string('a', 64)] = new string('b', 64) }, FieldPath.Of("metadata", "labels"), errors);
        Assert.Equal(4, errors.Count);
        Assert.All(errors, e => Assert.Equal("metadata.labels", e.Field));
    }

    [Fact]
    public void CheckAnnotations_TooMuch_IsRefused()
    {
        var errors = new FieldErrors();
        LabelRules.CheckAnnotations(new Dictionary<string, string> { ["Upper.case/Key"] = new string('x', 262144) }, FieldPath.Of("metadata", "annotations"), errors);
        Assert.Equal("metadata.annotations: Too long: may not be more than 262144 bytes", Assert.Single(errors).ToString());
    }
}
