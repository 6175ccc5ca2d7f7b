using Kube.Api.ApiExtensions.V1;
using Kube.Api.Resources.ApiExtensions;

namespace Kube.Api.Resources.Tests;

public class CustomResourceDefinitionTests
{
    private const string Kind = "customresourcedefinitions.apiextensions.k8s.io";
    private const string V = "spec.versions.0.";
    private const string Second = "spec.versions.1 = {\"name\":\"v2\",\"served\":true,\"storage\":false,\"schema\":{\"openAPIV3Schema\":{\"type\":\"object\"}}}";

    [Theory]
    [InlineData("metadata.name = \"gadgets.example.com\"", "metadata.name: Invalid value: \"gadgets.example.com\": must be spec.names.plural+\".\"+spec.group")]
    [InlineData("spec.group = ; metadata.name = \"widgets.\"", "spec.group: Required value")]
    [InlineData("spec.group = \"example\"; metadata.name = \"widgets.example\"", "spec.group: Invalid value: \"example\": should be a domain with at least one dot")]
    [InlineData("spec.scope = \"Global\"", "spec.scope: Unsupported value: \"Global\": supported values: \"Cluster\", \"Namespaced\"")]
    [InlineData("spec.scope = ", "spec.scope: Required value")]
    [InlineData("spec.names.kind = ", "spec.names.kind: Required value")]
    [InlineData("spec.names.kind = \"My Kind\"", "spec.names.kind: Invalid value: \"My Kind\": may have mixed case, but should otherwise match: a DNS-1035 label")]
    [InlineData("spec.names.listKind = \"Widget\"", "spec.names.listKind: Invalid value: \"Widget\": kind and listKind may not be the same")]
    [InlineData("spec.names.shortNames = [\"w\",\"W\"]", "spec.names.shortNames[1]: Invalid value: \"W\": a DNS-1035 label")]
    [InlineData("spec.names.categories = [\"a b\"]", "spec.names.categories[0]: Invalid value: \"a b\": a DNS-1035 label")]
    [InlineData("spec.group = \"x.k8s.io\"; metadata.name = \"widgets.x.k8s.io\"", "metadata.annotations[api-approved.kubernetes.io]: Required value: protected groups must have approval annotation")]
    [InlineData("spec.group = \"x.k8s.io\"; metadata.name = \"widgets.x.k8s.io\"; metadata.annotations = {\"api-approved.kubernetes.io\":\"yes\"}", "metadata.annotations[api-approved.kubernetes.io]: Invalid value: \"yes\": protected groups must")]
    [InlineData("spec.preserveUnknownFields = true", "spec.preserveUnknownFields: Invalid value: true: cannot set to true")]
    [InlineData("spec.conversion = {\"strategy\":\"Magic\"}", "spec.conversion.strategy: Unsupported value: \"Magic\": supported values: \"None\", \"Webhook\"")]
    [InlineData("spec.conversion = {\"strategy\":\"Webhook\"}", "spec.conversion.strategy: Invalid value: \"Webhook\": conversion by webhook is not supported by this server yet")]
    [InlineData("spec.conversion = {\"strategy\":\"None\",\"webhook\":{\"conversionReviewVersions\":[\"v1\"]}}", "spec.conversion.conversionReviewVersions: Forbidden: should not be set")]
    public void Definition(string change, string expected) => Expect(change, expected);

    [Theory]
    [InlineData(V + "name = \"1\"; status.storedVersions = [\"1\"]", "spec.versions[0].name: Invalid value: \"1\": a DNS-1035 label")]
    [InlineData(V + "storage = false", "spec.versions: Invalid value: [\"v1\"]: must have exactly one version marked as storage version")]
    [InlineData(Second + "; spec.versions.1.name = \"v1\"", "spec.versions: Invalid value: [\"v1\",\"v1\"]: must contain unique version names")]
    [InlineData(V + "schema = ", "spec.versions[0].schema.openAPIV3Schema: Required value: schemas are required")]
    [InlineData(V + "deprecationWarning = \"old\"", "spec.versions[0].deprecationWarning: Invalid value: \"old\": can only be set for deprecated versions")]
    [InlineData(V + "deprecated = true; " + V + "deprecationWarning = \"\"", "spec.versions[0].deprecationWarning: Invalid value: \"\": must not be an empty string")]
    [InlineData(V + "schema.openAPIV3Schema.properties.spec.type = ", "spec.validation.openAPIV3Schema.properties[spec].type: Required value: must not be empty for specified object fields")]
    [InlineData(Second + "; " + V + "schema.openAPIV3Schema.properties.spec.type = ", "spec.versions[0].schema.openAPIV3Schema.properties[spec].type: Required value")]
    [InlineData(V + "schema.openAPIV3Schema.x-kubernetes-validations = [{\"rule\":\"true\"}]", "spec.validation.openAPIV3Schema.x-kubernetes-validations: Forbidden: validation rules in CEL are not supported by this server yet")]
    [InlineData(V + "subresources = {\"status\":{}}; " + V + "schema.openAPIV3Schema.minProperties = 1", "spec.validation.openAPIV3Schema: Invalid value: \"\": only [Description Type")]
    [InlineData("status.storedVersions = [\"v0\",\"v1\"]", "status.storedVersions[0]: Invalid value: \"v0\": missing from spec.versions; v0 was previously a storage version")]
    [InlineData("status.storedVersions = []", "status.storedVersions: Invalid value: []: must have at least one stored version")]
    [InlineData("status.acceptedNames = {\"kind\":\"A B\"}", "status.acceptedNames.kind: Invalid value: \"A B\": may have mixed case")]
    public void Versions(string change, string expected) => Expect(change, expected);

    [Theory]
    [InlineData("subresources = {\"scale\":{\"specReplicasPath\":\".status.n\",\"statusReplicasPath\":\".status.n\"}}", "spec.subresources.scale.specReplicasPath: Invalid value: \".status.n\": should be a json path under .spec")]
    [InlineData("subresources = {\"scale\":{\"specReplicasPath\":\".spec.n\"}}", "spec.subresources.scale.statusReplicasPath: Required value")]
    [InlineData("subresources = {\"scale\":{\"specReplicasPath\":\".spec.l[0]\",\"statusReplicasPath\":\".status.n\"}}", "spec.subresources.scale.specReplicasPath: Invalid value: \".spec.l[0]\": must be a json path in the dot notation without lists")]
    [InlineData("subresources = {\"scale\":{\"specReplicasPath\":\".spec.n\",\"statusReplicasPath\":\".status.n\",\"labelSelectorPath\":\"x\"}}", "spec.subresources.scale.labelSelectorPath: Invalid value: \"x\": must be a simple json path starting with .")]
    [InlineData("additionalPrinterColumns = [{\"type\":\"string\",\"jsonPath\":\".spec.a\"}]", "spec.additionalPrinterColumns[0].name: Required value")]
    [InlineData("additionalPrinterColumns = [{\"name\":\"A\",\"type\":\"text\",\"jsonPath\":\".spec.a\"}]", "spec.additionalPrinterColumns[0].type: Invalid value: \"text\": must be one of boolean,date,integer,number,string")]
    [InlineData("additionalPrinterColumns = [{\"name\":\"A\",\"type\":\"string\",\"format\":\"x\",\"jsonPath\":\".spec.a\"}]", "spec.additionalPrinterColumns[0].format: Invalid value: \"x\": must be one of byte,")]
    [InlineData("additionalPrinterColumns = [{\"name\":\"A\",\"type\":\"string\",\"jsonPath\":\"spec.a\"}]", "spec.additionalPrinterColumns[0].JSONPath: Invalid value: \"spec.a\": must be a simple json path starting with .")]
    [InlineData("selectableFields = [{\"jsonPath\":\".spec.nope\"}]", "spec.selectableFields[0].jsonPath: Invalid value: \".spec.nope\": is an invalid path")]
    [InlineData("selectableFields = [{\"jsonPath\":\".spec.size\"}]", "spec.selectableFields[0].jsonPath: Invalid value: \".spec.size\": must point to a field of type string")]
    [InlineData("selectableFields = [{\"jsonPath\":\".spec.color\"},{\"jsonPath\":\".spec.color\"}]", "spec.selectableFields[1].jsonPath: Duplicate value: \".spec.color\"")]
    public void Parts(string change, string expected) => Expect(V + change, expected);

    [Theory]
    [InlineData("spec.group = \"other.com\"; metadata.name = \"widgets.other.com\"", "spec.group: Invalid value: \"other.com\": field is immutable")]
    [InlineData("spec.scope = \"Cluster\"", "spec.scope: Invalid value: \"Cluster\": field is immutable")]
    [InlineData("spec.names.kind = \"Gadget\"", "spec.names.kind: Invalid value: \"Gadget\": field is immutable")]
    public void Update_OfAnEstablishedDefinition_KeepsItsIdentity(string change, string expected) => Assert.Contains(
        Manifest.ErrorsOfUpdate(Kind, "status.conditions = [{\"type\":\"Established\",\"status\":\"True\"}]", change), e => e.ToString().StartsWith(expected, StringComparison.Ordinal));

    [Fact]
    public void Update_BeforeItIsEstablished_MayChangeScopeAndKind() => Assert.Empty(Manifest.ErrorsOfUpdate(Kind, "", "spec.scope = \"Cluster\"; spec.names.kind = \"Gadget\"; spec.names.listKind = \"GadgetList\""));

    [Fact]
    public void Default_Names_FollowFromTheKind()
    {
        var definition = (CustomResourceDefinition)Manifest.Read(Kind);

        Assert.Equal(("widget", "WidgetList", "None"), (definition.Spec!.Names!.Singular, definition.Spec.Names.ListKind, definition.Spec.Conversion!.Strategy));
    }

    [Fact]
    public void Create_Status_IsTheServersWithTheStoredVersion()
    {
        var definition = (CustomResourceDefinition)Manifest.Read(Kind, "status = {\"storedVersions\":[\"x\"],\"acceptedNames\":{\"kind\":\"X\"}}");
        Manifest.ResourceOf(Kind).PrepareForCreate(definition);

        Assert.Equal(["v1"], definition.Status!.StoredVersions!);
        Assert.Null(definition.Status.AcceptedNames);
        Assert.Equal(1, definition.Metadata!.Generation);
    }

    [Fact]
    public void Update_OfTheStoredVersion_RemembersBoth()
    {
        var (old, changed) = ((CustomResourceDefinition)Manifest.Read(Kind), (CustomResourceDefinition)Manifest.Read(Kind, Second + "; spec.versions.0.storage = false; spec.versions.1.storage = true"));
        Manifest.ResourceOf(Kind).PrepareForUpdate(changed, old);

        Assert.Equal(["v1", "v2"], changed.Status!.StoredVersions!);
        Assert.Equal(["v1"], old.Status!.StoredVersions!);
        Assert.Equal(1, changed.Metadata!.Generation);
    }

    [Fact]
    public void Delete_FirstTime_HoldsItWithAFinalizerAndACondition()
    {
        var (resource, definition) = (Manifest.ResourceOf(Kind), (CustomResourceDefinition)Manifest.Read(Kind));
        Assert.True(resource.IsHeld(definition));
        definition.Metadata!.DeletionTimestamp = Manifest.Now;

        Assert.True(resource.PrepareForDelete(definition));
        Assert.False(resource.PrepareForDelete(definition));
        Assert.True(resource.IsHeld(definition));
        Assert.Equal([CustomResourceDefinitionConditions.CleanupFinalizer], definition.Metadata.Finalizers!);
        Assert.True(definition.IsTrue(CustomResourceDefinitionConditionType.Terminating));
        definition.Metadata.Finalizers!.Clear();
        Assert.False(resource.IsHeld(definition));
    }

    [Fact]
    public void SetCondition_SameStatus_KeepsItsTime()
    {
        var definition = new CustomResourceDefinition();

        Assert.True(definition.SetCondition("Established", "True", "A", "a", Manifest.Now));
        Assert.False(definition.SetCondition("Established", "True", "A", "a", Manifest.Now.AddDays(1)));
        Assert.True(definition.SetCondition("Established", "True", "B", "a", Manifest.Now.AddDays(1)));
        Assert.Equal(Manifest.Now, Assert.Single(definition.Status!.Conditions!).LastTransitionTime);
    }

    [Fact]
    public void Warnings_UnknownFormats_AreNamed() => Assert.Equal(["unrecognized format \"colour\""],
        Manifest.ResourceOf(Kind).Warnings(Manifest.Read(Kind, V + "schema.openAPIV3Schema.properties.spec.properties = {\"a\":{\"type\":\"string\",\"format\":\"colour\"},\"b\":{\"type\":\"integer\",\"format\":\"int32\"},\"c\":{\"type\":\"string\",\"format\":\"date-time\"}}")));

    [Fact]
    public void VersionOrder_MostStableAndNewest_ComesFirst() => Assert.Equal(
        ["v10", "v2", "v1", "v11beta2", "v10beta3", "v3beta1", "v12alpha1", "v11alpha2", "foo1", "foo10"],
        new[] { "foo10", "v11alpha2", "v1", "v3beta1", "foo1", "v10", "v12alpha1", "v2", "v11beta2", "v10beta3" }.Order(VersionOrder.PreferredFirst));

    private static void Expect(string change, string expected)
    {
        var errors = Manifest.ErrorsOfCreate(Kind, change);

        Assert.True(errors.Count > 0 && errors.Any(e => e.ToString().StartsWith(expected, StringComparison.Ordinal)), string.Join('\n', errors));
    }
}
