namespace Kube.Api.Resources.Tests;

/// <summary>Defaults and rules of roles and bindings.</summary>
public class RbacTests
{
    private const string Group = ".rbac.authorization.k8s.io";

    [Theory]
    [InlineData("roles", "metadata.name = \"a/b\"", "metadata.name: Invalid value: \"a/b\": may not contain '/'")]
    [InlineData("roles", "metadata.name = \"..\"", "metadata.name: Invalid value: \"..\": may not be '..'")]
    [InlineData("roles", "rules.0.verbs = []", "rules[0].verbs: Required value: verbs must contain at least one value")]
    [InlineData("roles", "rules.0.apiGroups = ", "rules[0].apiGroups: Required value: resource rules must supply at least one api group")]
    [InlineData("roles", "rules.0.resources = ", "rules[0].resources: Required value: resource rules must supply at least one resource")]
    [InlineData("roles", "rules.0 = {\"verbs\":[\"get\"],\"nonResourceURLs\":[\"/a\"]}", "rules[0].nonResourceURLs: Invalid value: [\"/a\"]: namespaced rules cannot apply to non-resource URLs")]
    [InlineData("clusterroles", "rules.0.resources = [\"pods\"]", "rules[0].nonResourceURLs: Invalid value: [\"/healthz\"]: rules cannot apply to both regular resources and non-resource URLs")]
    [InlineData("clusterroles", "aggregationRule = {}", "aggregationRule.clusterRoleSelectors: Required value: at least one clusterRoleSelector required if aggregationRule is non-nil")]
    [InlineData("clusterroles", "aggregationRule.clusterRoleSelectors = [{\"matchLabels\":{\"a b\":\"c\"}}]", "aggregationRule.clusterRoleSelectors[0].matchLabels: Invalid value: \"a b\"")]
    [InlineData("rolebindings", "roleRef.kind = \"Group\"", "roleRef.kind: Unsupported value: \"Group\": supported values: \"ClusterRole\", \"Role\"")]
    [InlineData("rolebindings", "roleRef.apiGroup = \"x\"", "roleRef.apiGroup: Unsupported value: \"x\": supported values: \"rbac.authorization.k8s.io\"")]
    [InlineData("rolebindings", "roleRef.name = ", "roleRef.name: Required value")]
    [InlineData("rolebindings", "subjects.0.kind = \"Robot\"", "subjects[0].kind: Unsupported value: \"Robot\": supported values: \"Group\", \"ServiceAccount\", \"User\"")]
    [InlineData("rolebindings", "subjects.0.name = ", "subjects[0].name: Required value")]
    [InlineData("rolebindings", "subjects.0.apiGroup = \"x\"", "subjects[0].apiGroup: Unsupported value: \"x\": supported values: \"rbac.authorization.k8s.io\"")]
    [InlineData("rolebindings", "subjects.0 = {\"kind\":\"ServiceAccount\",\"name\":\"s\",\"apiGroup\":\"x\"}", "subjects[0].apiGroup: Unsupported value: \"x\": supported values: \"\"")]
    [InlineData("clusterrolebindings", "roleRef.kind = \"Role\"", "roleRef.kind: Unsupported value: \"Role\": supported values: \"ClusterRole\"")]
    [InlineData("clusterrolebindings", "subjects.0.namespace = ", "subjects[0].namespace: Required value")]
    public void Validate_Spoiled_SaysWhatIsWrong(string plural, string change, string expected)
    {
        var error = Assert.Single(Manifest.ErrorsOfCreate(plural + Group, change));

        Assert.StartsWith(expected, error.ToString());
    }

    [Theory]
    [InlineData("rolebindings", "subjects.0 = {\"kind\":\"ServiceAccount\",\"name\":\"s\"}")]
    [InlineData("rolebindings", "metadata.name = \"system:Odd Name\"")]
    [InlineData("roles", "rules = ")]
    [InlineData("clusterroles", "rules = ; aggregationRule.clusterRoleSelectors = [{}]")]
    public void Validate_Unusual_IsFine(string plural, string change) => Assert.Empty(Manifest.ErrorsOfCreate(plural + Group, change));

    [Theory]
    [InlineData("rolebindings")]
    [InlineData("clusterrolebindings")]
    public void Update_OfTheRoleRef_IsRefused(string plural)
    {
        var error = Assert.Single(Manifest.ErrorsOfUpdate(plural + Group, "", "roleRef.name = \"other\""));

        Assert.StartsWith("roleRef: Invalid value: {", error.ToString());
        Assert.EndsWith(": cannot change roleRef", error.ToString());
    }

    [Theory]
    [InlineData("{\"kind\":\"User\",\"name\":\"n\"}", "rbac.authorization.k8s.io")]
    [InlineData("{\"kind\":\"Group\",\"name\":\"n\"}", "rbac.authorization.k8s.io")]
    [InlineData("{\"kind\":\"ServiceAccount\",\"name\":\"n\"}", null)]
    public void Default_OfASubject_IsTheGroupOfItsKind(string subject, string? group)
    {
        var binding = (Kube.Api.Rbac.V1.RoleBinding)Manifest.Read("rolebindings" + Group, $"subjects.0 = {subject}");

        Assert.Equal((group, "rbac.authorization.k8s.io"), (binding.Subjects![0].ApiGroup, binding.RoleRef!.ApiGroup));
    }

    [Fact]
    public void Cells_OfABinding_ShowItsSubjectsByKind()
    {
        var binding = Manifest.Read("rolebindings" + Group, "subjects = [{\"kind\":\"User\",\"name\":\"a\"},{\"kind\":\"User\",\"name\":\"b\"},{\"kind\":\"Group\",\"name\":\"g\"},{\"kind\":\"ServiceAccount\",\"name\":\"s\",\"namespace\":\"n\"}]");

        Assert.Equal(["b", "Role/r", "<unknown>", "a, b", "g", "n/s"], Manifest.ResourceOf("rolebindings" + Group).Cells(binding, default));
    }
}
