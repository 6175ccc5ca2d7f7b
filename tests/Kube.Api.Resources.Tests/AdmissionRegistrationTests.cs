using System.Text.Json.Nodes;

namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules and columns of webhook configurations, admission policies and their bindings.</summary>
public class AdmissionRegistrationTests
{
    private const string Group = ".admissionregistration.k8s.io";
    private const string Validating = "validatingwebhookconfigurations" + Group;
    private const string Mutating = "mutatingwebhookconfigurations" + Group;
    private const string Policy = "validatingadmissionpolicies" + Group;
    private const string PolicyBinding = "validatingadmissionpolicybindings" + Group;
    private const string Mutation = "mutatingadmissionpolicies" + Group;
    private const string MutationBinding = "mutatingadmissionpolicybindings" + Group;
    private const string Hook = "webhooks.0.";
    private static readonly DateTime s_now = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData(Validating, "", "webhooks.0.failurePolicy", "\"Fail\"")]
    [InlineData(Validating, "", "webhooks.0.matchPolicy", "\"Equivalent\"")]
    [InlineData(Validating, "", "webhooks.0.namespaceSelector", "{}")]
    [InlineData(Validating, "", "webhooks.0.objectSelector", "{}")]
    [InlineData(Validating, "", "webhooks.0.timeoutSeconds", "10")]
    [InlineData(Validating, "", "webhooks.0.rules.0.scope", "\"*\"")]
    [InlineData(Validating, Hook + "clientConfig = {\"service\":{\"name\":\"s\",\"namespace\":\"n\"}}", "webhooks.0.clientConfig.service.port", "443")]
    [InlineData(Mutating, "", "webhooks.0.reinvocationPolicy", "\"Never\"")]
    [InlineData(Mutating, "", "webhooks.0.timeoutSeconds", "10")]
    [InlineData(Policy, "", "spec.failurePolicy", "\"Fail\"")]
    [InlineData(Policy, "", "spec.matchConstraints.matchPolicy", "\"Equivalent\"")]
    [InlineData(Policy, "", "spec.matchConstraints.namespaceSelector", "{}")]
    [InlineData(Policy, "", "spec.matchConstraints.resourceRules.0.scope", "\"*\"")]
    [InlineData(Mutation, "", "spec.reinvocationPolicy", "\"Never\"")]
    [InlineData(Mutation, "", "spec.failurePolicy", "\"Fail\"")]
    [InlineData(PolicyBinding, "spec.paramRef = {\"name\":\"x\"}", "spec.paramRef.parameterNotFoundAction", "\"Deny\"")]
    [InlineData(MutationBinding, "spec.matchResources = {}", "spec.matchResources.matchPolicy", "\"Equivalent\"")]
    public void Default_Absent_IsAsInKubernetes(string kind, string changes, string path, string expected)
    {
        var node = JsonNode.Parse(ApiJson.Serialize<object>(Manifest.Read(kind, changes)));
        foreach (var step in path.Split('.'))
        {
            node = int.TryParse(step, out var index) ? node![index] : node![step];
        }

        Assert.Equal(expected, node?.ToJsonString());
    }

    [Theory]
    [InlineData(Hook + "name = \"a.b\"", "webhooks[0].name: Invalid value: \"a.b\": should be a domain with at least three segments separated by dots")]
    [InlineData(Hook + "name = ", "webhooks[0].name: Required value")]
    [InlineData(Hook + "failurePolicy = \"Wait\"", "webhooks[0].failurePolicy: Unsupported value: \"Wait\": supported values: \"Fail\", \"Ignore\"")]
    [InlineData(Hook + "matchPolicy = \"Near\"", "webhooks[0].matchPolicy: Unsupported value: \"Near\": supported values: \"Equivalent\", \"Exact\"")]
    [InlineData(Hook + "sideEffects = ", "webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun")]
    [InlineData(Hook + "sideEffects = \"Some\"", "webhooks[0].sideEffects: Unsupported value: \"Some\": supported values: \"None\", \"NoneOnDryRun\"")]
    [InlineData(Hook + "timeoutSeconds = 31", "webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds")]
    [InlineData(Hook + "admissionReviewVersions = []", "webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1")]
    [InlineData(Hook + "admissionReviewVersions = [\"v9\"]", "webhooks[0].admissionReviewVersions: Invalid value: [\"v9\"]: must include at least one of v1, v1beta1")]
    [InlineData(Hook + "admissionReviewVersions = [\"v1\",\"v1\"]", "webhooks[0].admissionReviewVersions[1]: Invalid value: \"v1\": duplicate version")]
    [InlineData(Hook + "clientConfig = {}", "webhooks[0].clientConfig: Required value: exactly one of url or service is required")]
    [InlineData(Hook + "clientConfig.service = {\"name\":\"s\",\"namespace\":\"n\"}", "webhooks[0].clientConfig: Required value: exactly one of url or service is required")]
    [InlineData(Hook + "clientConfig.url = \"http://a/b\"", "webhooks[0].clientConfig.url: Invalid value: \"http\": 'https' is the only allowed URL scheme; desired format: https://host[/path]")]
    [InlineData(Hook + "clientConfig.url = \"https://me@a/b\"", "webhooks[0].clientConfig.url: Invalid value: \"me\": user information is not permitted in the URL")]
    [InlineData(Hook + "clientConfig.url = \"https://a/b?c=d\"", "webhooks[0].clientConfig.url: Invalid value: \"c=d\": query parameters are not permitted in the URL")]
    [InlineData(Hook + "clientConfig.url = \"https://a/b#c\"", "webhooks[0].clientConfig.url: Invalid value: \"c\": fragments are not permitted in the URL")]
    [InlineData(Hook + "clientConfig = {\"service\":{\"namespace\":\"n\"}}", "webhooks[0].clientConfig.service.name: Required value: service name is required")]
    [InlineData(Hook + "clientConfig = {\"service\":{\"name\":\"s\",\"namespace\":\"n\",\"port\":0}}", "webhooks[0].clientConfig.service.port: Invalid value: 0: port is not valid: must be between 1 and 65535, inclusive")]
    [InlineData(Hook + "clientConfig = {\"service\":{\"name\":\"s\",\"namespace\":\"n\",\"path\":\"/a//b\"}}", "webhooks[0].clientConfig.service.path: Invalid value: \"/a//b\": segment[1] may not be empty")]
    [InlineData(Hook + "rules.0.operations = []", "webhooks[0].rules[0].operations: Required value")]
    [InlineData(Hook + "rules.0.operations = [\"*\",\"CREATE\"]", "webhooks[0].rules[0].operations: Invalid value: [\"*\",\"CREATE\"]: if '*' is present, must not specify other operations")]
    [InlineData(Hook + "rules.0.operations = [\"READ\"]", "webhooks[0].rules[0].operations[0]: Unsupported value: \"READ\": supported values: \"*\", \"CONNECT\", \"CREATE\", \"DELETE\", \"UPDATE\"")]
    [InlineData(Hook + "rules.0.apiVersions = [\"\"]", "webhooks[0].rules[0].apiVersions[0]: Required value")]
    [InlineData(Hook + "rules.0.resources = [\"*/*\",\"pods\"]", "webhooks[0].rules[0].resources: Invalid value: [\"*/*\",\"pods\"]: if '*/*' is present, must not specify other resources")]
    [InlineData(Hook + "rules.0.resources = [\"*\",\"pods\"]", "webhooks[0].rules[0].resources: Invalid value: [\"*\",\"pods\"]: if '*' is present, must not specify other resources without subresources")]
    [InlineData(Hook + "rules.0.resources = [\"pods/*\",\"pods/log\"]", "webhooks[0].rules[0].resources[1]: Invalid value: \"pods/log\": if 'pods/*' is present, must not specify pods/log")]
    [InlineData(Hook + "rules.0.scope = \"Here\"", "webhooks[0].rules[0].scope: Unsupported value: \"Here\": supported values: \"*\", \"Cluster\", \"Namespaced\"")]
    [InlineData(Hook + "matchConditions = [{\"name\":\"a\",\"expression\":\" \"}]", "webhooks[0].matchConditions[0].expression: Required value")]
    [InlineData(Hook + "matchConditions = [{\"name\":\"a b\",\"expression\":\"x\"}]", "webhooks[0].matchConditions[0].name: Invalid value: \"a b\": name part must consist")]
    [InlineData(Hook + "matchConditions = [{\"name\":\"a\",\"expression\":\"x\"},{\"name\":\"a\",\"expression\":\"x\"}]", "webhooks[0].matchConditions[1].name: Duplicate value: \"a\"")]
    public void Webhook_Wrong_IsRefused(string change, string expected)
    {
        Expect(Validating, change, expected);
        Expect(Mutating, change, expected);
    }

    [Theory]
    [InlineData("spec.failurePolicy = \"Wait\"", "spec.failurePolicy: Unsupported value: \"Wait\": supported values: \"Fail\", \"Ignore\"")]
    [InlineData("spec.matchConstraints = ", "spec.matchConstraints: Required value")]
    [InlineData("spec.matchConstraints.resourceRules = []", "spec.matchConstraints.resourceRules: Required value")]
    [InlineData("spec.matchConstraints.resourceRules.0.resourceNames = [\"a\",\"a\"]", "spec.matchConstraints.resourceRules[0].resourceNames[1]: Duplicate value: \"a\"")]
    [InlineData("spec.paramKind = {\"apiVersion\":\"a/b/c\",\"kind\":\"K\"}", "spec.paramKind.apiVersion: Invalid value: \"a/b/c\": unexpected GroupVersion string: a/b/c")]
    [InlineData("spec.paramKind = {\"apiVersion\":\"v1\"}", "spec.paramKind.kind: Required value")]
    [InlineData("spec.paramKind = {\"apiVersion\":\"v1\",\"kind\":\"A b\"}", "spec.paramKind.kind: Invalid value: \"A b\": may have mixed case, but should otherwise match: ")]
    [InlineData("spec.variables = [{\"name\":\"1a\",\"expression\":\"x\"}]", "spec.variables[0].name: Invalid value: \"1a\": name is not a valid CEL identifier")]
    [InlineData("spec.variables = [{\"name\":\"a\"}]", "spec.variables[0].expression: Required value: expression is not specified")]
    public void AnyPolicy_Wrong_IsRefused(string change, string expected)
    {
        Expect(Policy, change, expected);
        Expect(Mutation, change, expected);
    }

    [Theory]
    [InlineData(Policy, "spec.validations = []", "spec.validations: Required value: validations or auditAnnotations must contain at least one item")]
    [InlineData(Policy, "spec.validations.0.expression = \" \"", "spec.validations[0].expression: Required value: expression is not specified")]
    [InlineData(Policy, "spec.validations.0.message = \" \"", "spec.validations[0].message: Invalid value: \" \": message must be non-empty if specified")]
    [InlineData(Policy, "spec.validations.0.message = \"a\\nb\"", "spec.validations[0].message: Invalid value: \"a\\nb\": message must not contain line breaks")]
    [InlineData(Policy, "spec.validations.0.expression = \"a\\nb\"", "spec.validations[0].message: Required value: message must be specified if expression contains line breaks")]
    [InlineData(Policy, "spec.validations.0.reason = \"Mood\"", "spec.validations[0].reason: Unsupported value: \"Mood\": supported values: \"Forbidden\", \"Invalid\", \"RequestEntityTooLarge\", \"Unauthorized\"")]
    [InlineData(Policy, "spec.auditAnnotations = [{\"key\":\"a b\",\"valueExpression\":\"x\"}]", "spec.auditAnnotations[0].key: Invalid value: \"a b\": name part must consist")]
    [InlineData(Policy, "spec.auditAnnotations = [{\"key\":\"a\"}]", "spec.auditAnnotations[0].valueExpression: Required value: valueExpression is not specified")]
    [InlineData(Mutation, "spec.mutations = []", "spec.mutations: Required value: mutations must contain at least one item")]
    [InlineData(Mutation, "spec.mutations.0.patchType = \"Merge\"", "spec.mutations[0].patchType: Unsupported value: \"Merge\": supported values: \"ApplyConfiguration\", \"JSONPatch\"")]
    [InlineData(Mutation, "spec.mutations.0.jsonPatch = ", "spec.mutations[0].jsonPatch: Required value: must be specified when patchType is JSONPatch")]
    [InlineData(Mutation, "spec.mutations.0.applyConfiguration = {\"expression\":\"x\"}", "spec.mutations[0].applyConfiguration: Forbidden: must not be specified when patchType is JSONPatch")]
    [InlineData(Mutation, "spec.reinvocationPolicy = \"Always\"", "spec.reinvocationPolicy: Unsupported value: \"Always\": supported values: \"IfNeeded\", \"Never\"")]
    [InlineData(Mutation, "spec.matchConstraints.resourceRules.0.operations = [\"DELETE\"]", "spec.matchConstraints.resourceRules[0].operations[0]: Unsupported value: \"DELETE\": supported values: \"*\", \"CONNECT\", \"CREATE\", \"UPDATE\"")]
    [InlineData(PolicyBinding, "spec.policyName = ", "spec.policyName: Required value")]
    [InlineData(PolicyBinding, "spec.validationActions = []", "spec.validationActions: Required value: at least one validation action is required")]
    [InlineData(PolicyBinding, "spec.validationActions = [\"Deny\",\"Warn\"]", "spec.validationActions: Invalid value: [\"Deny\",\"Warn\"]: must not contain both Deny and Warn")]
    [InlineData(PolicyBinding, "spec.validationActions = [\"Audit\",\"Audit\"]", "spec.validationActions[1]: Duplicate value: \"Audit\"")]
    [InlineData(PolicyBinding, "spec.validationActions = [\"Cry\"]", "spec.validationActions[0]: Unsupported value: \"Cry\": supported values: \"Audit\", \"Deny\", \"Warn\"")]
    [InlineData(PolicyBinding, "spec.paramRef = {}", "spec.paramRef: Required value: one of name or selector must be specified")]
    [InlineData(MutationBinding, "spec.paramRef = {\"name\":\"a\",\"selector\":{}}", "spec.paramRef.name: Forbidden: name and selector are mutually exclusive")]
    [InlineData(MutationBinding, "spec.matchResources = {\"matchPolicy\":\"Near\"}", "spec.matchResources.matchPolicy: Unsupported value: \"Near\": supported values: \"Equivalent\", \"Exact\"")]
    public void PolicyOrBinding_Wrong_IsRefused(string kind, string change, string expected) => Expect(kind, change, expected);

    [Theory]
    [InlineData(Validating, "", "Webhooks", "1")]
    [InlineData(Policy, "", "Validations", "1")]
    [InlineData(Policy, "", "ParamKind", "<unset>")]
    [InlineData(Mutation, "spec.paramKind = {\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\"}", "ParamKind", "v1/ConfigMap")]
    [InlineData(Mutation, "", "Mutations", "1")]
    [InlineData(PolicyBinding, "", "PolicyName", "p")]
    [InlineData(PolicyBinding, "", "ParamRef", "<unset>")]
    [InlineData(PolicyBinding, "spec.paramRef = {\"name\":\"a\",\"namespace\":\"b\"}", "ParamRef", "b/a")]
    [InlineData(MutationBinding, "spec.paramRef = {\"selector\":{\"matchLabels\":{\"a\":\"b\"}}}", "ParamRef", "a=b")]
    public void Cells(string kind, string changes, string column, string expected)
    {
        var (resource, obj) = (Manifest.ResourceOf(kind), Manifest.Read(kind, changes));
        var index = resource.ColumnDefinitions.Select(c => c.Name).ToList().IndexOf(column);

        Assert.Equal(expected, resource.Cells(obj, s_now)[index]?.ToString());
    }

    [Fact]
    public void Update_Spec_RaisesTheGeneration()
    {
        foreach (var (kind, change) in new[] { (Validating, Hook + "timeoutSeconds = 3"), (Policy, "spec.failurePolicy = \"Ignore\""), (MutationBinding, "spec.policyName = \"q\"") })
        {
            var (resource, old, obj) = (Manifest.ResourceOf(kind), Manifest.Read(kind), Manifest.Read(kind, change));
            resource.PrepareForCreate(old);
            resource.PrepareForUpdate(obj, old);
            Assert.Equal(2, obj.Metadata!.Generation);
        }
    }

    private static void Expect(string kind, string change, string expected) =>
        Assert.Contains(Manifest.ErrorsOfCreate(kind, change), e => e.ToString().StartsWith(expected, StringComparison.Ordinal));
}
