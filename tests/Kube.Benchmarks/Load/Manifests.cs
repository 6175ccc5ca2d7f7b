using System.Text;

namespace Kube.Benchmarks.Load;

/// <summary>The objects of the loads: pods of about 1 KB, one in a hundred of which carries the label that selections look for.</summary>
internal static class Manifests
{
    /// <summary>Connections that write at the same time.</summary>
    public const int Writers = 32;

    /// <summary>Nodes that pods are spread over.</summary>
    public const int Nodes = 400;

    public static byte[] Namespace(string name) => Encoding.UTF8.GetBytes($$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{name}}"} }""");

    public static string PodName(int number) => $"web-{number:D7}";

    public static byte[] Pod(int number) => Encoding.UTF8.GetBytes($$"""
        {"apiVersion":"v1","kind":"Pod","metadata":{"name":"{{PodName(number)}}","labels":{"app":"web","tier":"front","share":"s{{number % 100}}","release":"stable"},
        "annotations":{"example.com/owner":"team-frontend@example.com","example.com/purpose":"a pod of about one kilobyte, as real ones are"} },
        "spec":{"nodeName":"node-{{number % Nodes}}","restartPolicy":"Always","terminationGracePeriodSeconds":30,
        "containers":[{"name":"web","image":"registry.example.com/shop/web:1.4.2","args":["--listen=:8080","--upstream=http://api:9090"],
        "env":[{"name":"MODE","value":"production"},{"name":"REGION","value":"eu-central"},{"name":"POD_NAME","valueFrom":{"fieldRef":{"fieldPath":"metadata.name"} } }],
        "ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],
        "resources":{"requests":{"cpu":"100m","memory":"128Mi"},"limits":{"cpu":"500m","memory":"256Mi"} },
        "readinessProbe":{"httpGet":{"path":"/ready","port":"http"},"periodSeconds":5} }] } }
        """);
}
