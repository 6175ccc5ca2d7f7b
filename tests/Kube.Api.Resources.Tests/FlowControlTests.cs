namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules and columns of flow schemas and priority levels.</summary>
public class FlowControlTests
{
    private const string Schema = "flowschemas.flowcontrol.apiserver.k8s.io";
    private const string Level = "prioritylevelconfigurations.flowcontrol.apiserver.k8s.io";
    private const string Rule = "spec.rules.0";
    private const string Limited = "spec.limited";

    [Theory]
    [InlineData("spec.priorityLevelConfiguration = ", "spec.priorityLevelConfiguration.name: Required value: must reference a priority level by name")]
    [InlineData("spec.matchingPrecedence = -1", "spec.matchingPrecedence: Invalid value: -1: must be a positive value")]
    [InlineData("spec.matchingPrecedence = 10001", "spec.matchingPrecedence: Invalid value: 10001: must not be greater than 10000")]
    [InlineData("spec.matchingPrecedence = 1", "spec.matchingPrecedence: Invalid value: 1: only the schema named 'exempt' may have matchingPrecedence 1")]
    [InlineData("spec.distinguisherMethod.type = \"ByColour\"", "spec.distinguisherMethod.type: Unsupported value: \"ByColour\": supported values: \"ByNamespace\", \"ByUser\"")]
    [InlineData(Rule + ".subjects = []", "spec.rules[0].subjects: Required value: subjects must contain at least one value")]
    [InlineData(Rule + ".subjects.0.kind = \"Robot\"", "spec.rules[0].subjects[0].kind: Unsupported value: \"Robot\"")]
    [InlineData(Rule + ".subjects.0.user = ", "spec.rules[0].subjects[0].user: Required value: user is required when subject kind is 'User'")]
    [InlineData(Rule + ".subjects.0.group = {\"name\":\"g\"}", "spec.rules[0].subjects[0].group: Forbidden: group is forbidden when subject kind is not 'Group'")]
    [InlineData(Rule + ".subjects.0 = {\"kind\":\"ServiceAccount\",\"serviceAccount\":{\"name\":\"*\"}}", "spec.rules[0].subjects[0].serviceAccount.namespace: Required value: must specify namespace for service account")]
    [InlineData(Rule + " = {\"subjects\":[{\"kind\":\"User\",\"user\":{\"name\":\"u\"}}]}", "spec.rules[0]: Required value: at least one of resourceRules and nonResourceRules has to be non-empty")]
    [InlineData(Rule + ".resourceRules.0.verbs = [\"*\",\"get\"]", "spec.rules[0].resourceRules[0].verbs: Invalid value: [\"*\",\"get\"]: if '*' is present, must not specify other verbs")]
    [InlineData(Rule + ".resourceRules.0.verbs = [\"fly\"]", "spec.rules[0].resourceRules[0].verbs: Unsupported value: [\"fly\"]: supported values: \"create\"")]
    [InlineData(Rule + ".resourceRules.0.namespaces = ", "spec.rules[0].resourceRules[0].namespaces: Required value: resource rules that are not cluster scoped must supply at least one namespace")]
    [InlineData(Rule + ".nonResourceRules.0.nonResourceURLs = [\"a\"]", "spec.rules[0].nonResourceRules[0].nonResourceURLs[0]: Invalid value: \"a\": must start with slash")]
    [InlineData(Rule + ".nonResourceRules.0.nonResourceURLs = [\"/a*\"]", "spec.rules[0].nonResourceRules[0].nonResourceURLs[0]: Invalid value: \"/a*\": wildcard can only do suffix matching")]
    [InlineData("metadata.name = \"catch-all\"", "spec: Invalid value: {")]
    public void Schema_Spoiled_SaysWhatIsWrong(string change, string expected) => Expect(Schema, change, expected);

    [Theory]
    [InlineData("metadata.name = \"exempt\"", "spec.type: Invalid value: \"Limited\": type must be 'Exempt' if and only if `name` is 'exempt'")]
    [InlineData("spec.exempt = {}", "spec.exempt: Forbidden: must be nil if the type is Limited")]
    [InlineData(Limited + " = ", "spec.limited: Required value: must not be empty when type is Limited")]
    [InlineData(Limited + ".nominalConcurrencyShares = -1", "spec.limited.nominalConcurrencyShares: Invalid value: -1: must be a non-negative integer")]
    [InlineData(Limited + ".lendablePercent = 101", "spec.limited.lendablePercent: Invalid value: 101: must be between 0 and 100, inclusive")]
    [InlineData(Limited + ".borrowingLimitPercent = -1", "spec.limited.borrowingLimitPercent: Invalid value: -1: if specified, must be a non-negative integer")]
    [InlineData(Limited + ".limitResponse.type = \"Reject\"", "spec.limited.limitResponse.queuing: Forbidden: must be nil if limited.limitResponse.type is not Limited")]
    [InlineData(Limited + ".limitResponse.queuing = ", "spec.limited.limitResponse.queuing: Required value: must not be empty if limited.limitResponse.type is Limited")]
    [InlineData(Limited + ".limitResponse.queuing.queues = 4", "spec.limited.limitResponse.queuing.handSize: Invalid value: 8: should not be greater than queues (4)")]
    [InlineData(Limited + ".limitResponse.queuing.handSize = 16", "spec.limited.limitResponse.queuing.handSize: Invalid value: 16: required entropy bits of deckSize 64 and handSize 16 should not be greater than 60")]
    public void Level_Spoiled_SaysWhatIsWrong(string change, string expected) => Expect(Level, change, expected);

    [Fact]
    public void Mandatory_Objects_AreValidAsTheyAre()
    {
        foreach (var (kind, obj) in FlowControl.FlowControlDefaults.FlowSchemas.Select(f => (Schema, (IKubeObject)f))
            .Concat(FlowControl.FlowControlDefaults.PriorityLevels.Select(p => (Level, (IKubeObject)p))))
        {
            var errors = new Machinery.Validation.FieldErrors();
            Manifest.ResourceOf(kind).Default(obj);
            Manifest.ResourceOf(kind).Validate(obj, errors);
            Assert.Empty(errors);
        }
    }

    [Theory]
    [InlineData(Schema, "", "f|p|1000|<none>|<unknown>|?")]
    [InlineData(Schema, "spec.distinguisherMethod.type = \"ByUser\"; status.conditions = [{\"type\":\"Dangling\",\"status\":\"False\"}]", "f|p|1000|ByUser|<unknown>|False")]
    [InlineData(Level, "", "p|Limited|30|64|8|50|<unknown>")]
    [InlineData(Level, Limited + ".limitResponse = {\"type\":\"Reject\"}", "p|Limited|30|<none>|<none>|<none>|<unknown>")]
    [InlineData(Level, "spec = {\"type\":\"Exempt\"}", "p|Exempt|<none>|<none>|<none>|<none>|<unknown>")]
    public void Cells_OfAKind_AreThoseOfKubectl(string kind, string change, string cells) =>
        Assert.Equal(cells, string.Join('|', Manifest.ResourceOf(kind).Cells(Manifest.Read(kind, change), default)));

    private static void Expect(string kind, string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(kind, change)).ToString());
}
