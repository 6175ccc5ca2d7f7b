namespace Kube.Api.Resources.Tests;

/// <summary>Defaults, rules and columns of the kinds of networking.k8s.io.</summary>
public class NetworkingTests
{
    private const string Group = ".networking.k8s.io";
    private const string Path = "spec.rules.0.http.paths.0";
    private const string PathAt = "spec.rules[0].http.paths[0]";

    [Theory]
    [InlineData("spec.rules = ", "spec: Invalid value: null: either `defaultBackend` or `rules` must be specified")]
    [InlineData("spec.rules.0.host = \"A.io\"", "spec.rules[0].host: Invalid value: \"A.io\": a lowercase RFC 1123 subdomain")]
    [InlineData("spec.rules.0.host = \"1.2.3.4\"", "spec.rules[0].host: Invalid value: \"1.2.3.4\": must be a DNS name, not an IP address")]
    [InlineData("spec.rules.0.host = \"*\"", "spec.rules[0].host: Invalid value: \"*\": a wildcard DNS-1123 subdomain must start with '*.'")]
    [InlineData("spec.rules.0.host = \"a.*.io\"", "spec.rules[0].host: Invalid value: \"a.*.io\": a wildcard DNS-1123 subdomain must start with '*.'")]
    [InlineData("spec.rules.0.http.paths = []", "spec.rules[0].http.paths: Required value")]
    [InlineData(Path + ".pathType = ", PathAt + ".pathType: Required value: pathType must be specified")]
    [InlineData(Path + ".pathType = \"Regex\"", PathAt + ".pathType: Unsupported value: \"Regex\": supported values: \"Exact\", \"ImplementationSpecific\", \"Prefix\"")]
    [InlineData(Path + ".path = \"a\"", PathAt + ".path: Invalid value: \"a\": must be an absolute path")]
    [InlineData(Path + ".path = ", PathAt + ".path: Invalid value: \"\": must be an absolute path")]
    [InlineData(Path + ".path = \"/a//b\"", PathAt + ".path: Invalid value: \"/a//b\": must not contain '//'")]
    [InlineData(Path + ".path = \"/a/..\"", PathAt + ".path: Invalid value: \"/a/..\": cannot end with '/..'")]
    [InlineData(Path + ".path = \"/%2Fa\"", PathAt + ".path: Invalid value: \"/%2Fa\": must not contain '%2F'")]
    [InlineData(Path + ".backend = {}", PathAt + ".backend: Invalid value: \"\": resource or service backend is required")]
    [InlineData(Path + ".backend.resource = {\"kind\":\"K\",\"name\":\"n\"}", PathAt + ".backend: Invalid value: \"\": cannot set both resource and service backends")]
    [InlineData(Path + ".backend = {\"resource\":{\"kind\":\"K\"}}", PathAt + ".backend.resource.name: Required value: name is required")]
    [InlineData(Path + ".backend.service.name = ", PathAt + ".backend.service.name: Required value")]
    [InlineData(Path + ".backend.service.name = \"1\"", PathAt + ".backend.service.name: Invalid value: \"1\": a DNS-1035 label")]
    [InlineData(Path + ".backend.service.port = {}", PathAt + ".backend: Required value: port name or number is required")]
    [InlineData(Path + ".backend.service.port.name = \"n\"", PathAt + ".backend: Invalid value: \"\": cannot set both port name & port number")]
    [InlineData(Path + ".backend.service.port.number = 70000", PathAt + ".backend.service.port.number: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    [InlineData("spec.defaultBackend = {}", "spec.defaultBackend: Invalid value: \"\": resource or service backend is required")]
    [InlineData("spec.tls = [{\"hosts\":[\"B\"]}]", "spec.tls[0].hosts[0]: Invalid value: \"B\": a lowercase RFC 1123 subdomain")]
    [InlineData("spec.tls = [{\"secretName\":\"B\"}]", "spec.tls[0].secretName: Invalid value: \"B\": a lowercase RFC 1123 subdomain")]
    [InlineData("spec.ingressClassName = \"B\"", "spec.ingressClassName: Invalid value: \"B\": a lowercase RFC 1123 subdomain")]
    [InlineData("spec.ingressClassName = \"b\"; metadata.annotations = {\"kubernetes.io/ingress.class\":\"c\"}", "annotations.kubernetes.io/ingress.class: Invalid value: \"c\": must match `ingressClassName` when both are specified")]
    public void Ingress_Spoiled_SaysWhatIsWrong(string change, string expected) => Expect("ingresses", change, expected);

    [Theory]
    [InlineData("ingresses", "spec.rules.0.host = \"*.a.io\"; spec.tls = [{\"hosts\":[\"*.a.io\"]}]")]
    [InlineData("ingresses", "spec.rules.0.http = ")]
    [InlineData("ingresses", Path + ".path = ; " + Path + ".pathType = \"ImplementationSpecific\"")]
    [InlineData("ingresses", "spec.rules = ; spec.defaultBackend.service = {\"name\":\"s\",\"port\":{\"name\":\"http\"}}")]
    [InlineData("ingressclasses", "spec.parameters.scope = \"Namespace\"; spec.parameters.namespace = \"n\"")]
    [InlineData("networkpolicies", "spec.egress = [{\"ports\":[{\"port\":1,\"endPort\":9}],\"to\":[{\"ipBlock\":{\"cidr\":\"10.0.0.0/8\",\"except\":[\"10.1.0.0/16\"]}}]}]")]
    [InlineData("ipaddresses", "metadata.name = \"2001:db8::1\"")]
    [InlineData("servicecidrs", "spec.cidrs = [\"10.0.0.0/24\",\"2001:db8::/64\"]")]
    public void Validate_Unusual_IsFine(string plural, string change) => Assert.Empty(Manifest.ErrorsOfCreate(plural + Group, change));

    [Theory]
    [InlineData("ingressclasses", "spec.controller = ", "spec.controller: Required value")]
    [InlineData("ingressclasses", "spec.controller = \"a\"", "spec.controller: Invalid value: \"a\": must be a domain-prefixed path (such as \"acme.io/foo\")")]
    [InlineData("ingressclasses", "spec.controller = \"A/b\"", "spec.controller: Invalid value: \"A\": a lowercase RFC 1123 subdomain")]
    [InlineData("ingressclasses", "spec.parameters.scope = \"World\"", "spec.parameters.scope: Unsupported value: \"World\": supported values: \"Cluster\", \"Namespace\"")]
    [InlineData("ingressclasses", "spec.parameters.scope = \"Namespace\"", "spec.parameters.namespace: Required value: `parameters.scope` is set to 'Namespace'")]
    [InlineData("ingressclasses", "spec.parameters.namespace = \"n\"", "spec.parameters.namespace: Forbidden: `parameters.scope` is set to 'Cluster'")]
    [InlineData("networkpolicies", "spec.ingress.0.ports.0.protocol = \"ICMP\"", "spec.ingress[0].ports[0].protocol: Unsupported value: \"ICMP\": supported values: \"SCTP\", \"TCP\", \"UDP\"")]
    [InlineData("networkpolicies", "spec.ingress.0.ports.0.port = 0", "spec.ingress[0].ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive")]
    [InlineData("networkpolicies", "spec.ingress.0.ports.0.port = \"a_b\"", "spec.ingress[0].ports[0].port: Invalid value: \"a_b\": must contain")]
    [InlineData("networkpolicies", "spec.ingress.0.ports.0.endPort = 79", "spec.ingress[0].ports[0].endPort: Invalid value: 80: must be greater than or equal to `port`")]
    [InlineData("networkpolicies", "spec.ingress.0.ports.0 = {\"endPort\":79}", "spec.ingress[0].ports[0].endPort: Invalid value: 79: may not be specified when `port` is not specified")]
    [InlineData("networkpolicies", "spec.ingress.0.ports.0 = {\"port\":\"http\",\"endPort\":79}", "spec.ingress[0].ports[0].endPort: Invalid value: 79: may not be specified when `port` is non-numeric")]
    [InlineData("networkpolicies", "spec.ingress.0.from.0 = {}", "spec.ingress[0].from[0]: Required value: must specify a peer")]
    [InlineData("networkpolicies", "spec.ingress.0.from.0.ipBlock = {\"cidr\":\"10.0.0.0/8\"}", "spec.ingress[0].from[0]: Forbidden: may not specify both ipBlock and another peer")]
    [InlineData("networkpolicies", "spec.ingress.0.from.0 = {\"ipBlock\":{\"cidr\":\"10.0.0.0\"}}", "spec.ingress[0].from[0].ipBlock.cidr: Invalid value: \"10.0.0.0\": must be a valid CIDR value")]
    [InlineData("networkpolicies", "spec.ingress.0.from.0 = {\"ipBlock\":{\"cidr\":\"10.0.0.0/8\",\"except\":[\"11.0.0.0/16\"]}}", "spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: \"11.0.0.0/16\": must be a strict subset of `cidr`")]
    [InlineData("networkpolicies", "spec.ingress.0.from.0 = {\"ipBlock\":{\"cidr\":\"10.0.0.0/8\",\"except\":[\"10.0.0.0/8\"]}}", "spec.ingress[0].from[0].ipBlock.except[0]: Invalid value: \"10.0.0.0/8\": must be a strict subset of `cidr`")]
    [InlineData("networkpolicies", "spec.policyTypes = [\"Sideways\"]", "spec.policyTypes[0]: Unsupported value: \"Sideways\": supported values: \"Egress\", \"Ingress\"")]
    [InlineData("ipaddresses", "metadata.name = \"a\"", "metadata.name: Invalid value: \"a\": ParseAddr(\"a\"): unable to parse IP")]
    [InlineData("ipaddresses", "metadata.name = \"2001:DB8::1\"", "metadata.name: Invalid value: \"2001:DB8::1\": must be a canonical format IP address")]
    [InlineData("ipaddresses", "spec.parentRef = ", "spec.parentRef: Required value")]
    [InlineData("ipaddresses", "spec.parentRef.name = ", "spec.parentRef.name: Required value")]
    [InlineData("servicecidrs", "spec.cidrs = ", "spec.cidrs: Required value: at least one CIDR required")]
    [InlineData("servicecidrs", "spec.cidrs = [\"10.0.0.1/24\"]", "spec.cidrs[0]: Invalid value: \"10.0.0.1/24\": must not have bits set beyond the prefix length")]
    [InlineData("servicecidrs", "spec.cidrs = [\"a\"]", "spec.cidrs[0]: Invalid value: \"a\": must be a valid CIDR value")]
    [InlineData("servicecidrs", "spec.cidrs = [\"10.0.0.0/24\",\"10.1.0.0/24\"]", "spec.cidrs: Invalid value: [\"10.0.0.0/24\",\"10.1.0.0/24\"]: may specify no more than one IP for each IP family")]
    public void Other_Spoiled_SaysWhatIsWrong(string plural, string change, string expected) => Expect(plural, change, expected);

    [Theory]
    [InlineData("ingressclasses", "spec.controller = \"b.io/c\"", "spec.controller: Invalid value: \"b.io/c\": field is immutable")]
    [InlineData("ipaddresses", "spec.parentRef.name = \"t\"", "spec.parentRef: Invalid value: {")]
    [InlineData("servicecidrs", "spec.cidrs = [\"10.1.0.0/24\"]", "spec.cidrs: Invalid value: [\"10.1.0.0/24\"]: field is immutable")]
    [InlineData("servicecidrs", "spec.cidrs = [\"2001:db8::/64\",\"10.0.0.0/24\"]", "spec.cidrs[0]: Invalid value: \"2001:db8::/64\": field is immutable")]
    public void Update_OfWhatDoesNotChange_IsRefused(string plural, string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfUpdate(plural + Group, "", change)).ToString());

    [Fact]
    public void Update_OfAServiceCidr_MayAddTheOtherFamily() =>
        Assert.Empty(Manifest.ErrorsOfUpdate("servicecidrs" + Group, "", "spec.cidrs = [\"10.0.0.0/24\",\"2001:db8::/64\"]"));

    [Theory]
    [InlineData("", "Ingress")]
    [InlineData("spec.egress = [{}]", "Ingress,Egress")]
    [InlineData("spec.policyTypes = [\"Egress\"]", "Egress")]
    public void Default_OfANetworkPolicy_FollowsItsRules(string change, string types)
    {
        var policy = (Kube.Api.Networking.V1.NetworkPolicy)Manifest.Read("networkpolicies" + Group, change);

        Assert.Equal((types, "TCP"), (string.Join(',', policy.Spec!.PolicyTypes!), policy.Spec.Ingress![0].Ports![0].Protocol));
        Assert.NotNull(policy.Spec.PodSelector);
    }

    [Theory]
    [InlineData("ingresses", "", "i|<none>|a.io||80|<unknown>")]
    [InlineData("ingresses", "spec.ingressClassName = \"c\"; spec.tls = [{}]; spec.rules.0.host = ; status.loadBalancer.ingress = [{\"ip\":\"1.2.3.4\"},{\"hostname\":\"h\"}]", "i|c|*|1.2.3.4,h|80, 443|<unknown>")]
    [InlineData("ingresses", "spec.rules = [{\"host\":\"a\"},{\"host\":\"b\"},{\"host\":\"c\"},{\"host\":\"d\"}]", "i|<none>|a,b,c + 1 more...||80|<unknown>")]
    [InlineData("ingressclasses", "spec.parameters.apiGroup = \"g\"", "c|a.io/c|K.g/n|<unknown>")]
    [InlineData("networkpolicies", "", "p|<none>|<unknown>")]
    [InlineData("ipaddresses", "", "10.0.0.1|services/ns/s|<unknown>")]
    [InlineData("servicecidrs", "", "c|10.0.0.0/24|<unknown>")]
    public void Cells_OfAKind_AreThoseOfKubectl(string plural, string change, string cells) =>
        Assert.Equal(cells, string.Join('|', Manifest.ResourceOf(plural + Group).Cells(Manifest.Read(plural + Group, change), default)));

    private static void Expect(string plural, string change, string expected) =>
        Assert.StartsWith(expected, Assert.Single(Manifest.ErrorsOfCreate(plural + Group, change)).ToString());
}
