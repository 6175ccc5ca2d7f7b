using System.Text;
using Kube.Api.Core.V1;

namespace Kube.Api.Resources.Tests;

/// <summary>READY, STATUS and RESTARTS of pods in the states people meet.</summary>
public class PodColumnTests
{
    private static readonly DateTime s_now = new(2026, 1, 2, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("", """{"phase":"Pending"}""", "0/1", "Pending", "0")]
    [InlineData("", """{"phase":"Failed","reason":"Evicted"}""", "0/1", "Evicted", "0")]
    [InlineData("", """{"phase":"Pending","containerStatuses":[{"name":"c","state":{"waiting":{"reason":"ContainerCreating"}}}]}""", "0/1", "ContainerCreating", "0")]
    [InlineData("", """{"phase":"Running","containerStatuses":[{"name":"c","ready":true,"state":{"running":{}}}]}""", "1/1", "Running", "0")]
    [InlineData("", """{"phase":"Running","containerStatuses":[{"name":"c","restartCount":3,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"exitCode":1,"finishedAt":"2026-01-02T11:58:00Z"}}}]}""", "0/1", "CrashLoopBackOff", "3 (2m ago)")]
    [InlineData("", """{"phase":"Succeeded","containerStatuses":[{"name":"c","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}]}""", "0/1", "Completed", "0")]
    [InlineData("", """{"phase":"Failed","containerStatuses":[{"name":"c","state":{"terminated":{"exitCode":3}}}]}""", "0/1", "ExitCode:3", "0")]
    [InlineData("", """{"phase":"Failed","containerStatuses":[{"name":"c","state":{"terminated":{"exitCode":137,"signal":9}}}]}""", "0/1", "Signal:9", "0")]
    [InlineData("", """{"phase":"Running","containerStatuses":[{"name":"a","state":{"terminated":{"exitCode":0,"reason":"Completed"}}},{"name":"b","ready":true,"state":{"running":{}}}]}""", "1/1", "NotReady", "0")]
    [InlineData("i", """{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"running":{}}}]}""", "0/1", "Init:0/1", "0")]
    [InlineData("i", """{"phase":"Pending","initContainerStatuses":[{"name":"i","restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}}}]}""", "0/1", "Init:CrashLoopBackOff", "2")]
    [InlineData("i", """{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":1,"reason":"Error"}}}]}""", "0/1", "Init:Error", "0")]
    [InlineData("i", """{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":2}}}]}""", "0/1", "Init:ExitCode:2", "0")]
    [InlineData("i", """{"phase":"Pending","initContainerStatuses":[{"name":"i","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}],"containerStatuses":[{"name":"c","state":{"waiting":{"reason":"PodInitializing"}}}]}""", "0/1", "PodInitializing", "0")]
    [InlineData("gone", """{"phase":"Running","containerStatuses":[{"name":"c","ready":true,"state":{"running":{}}}]}""", "1/1", "Terminating", "0")]
    [InlineData("gone", """{"phase":"Running","reason":"NodeLost"}""", "0/1", "Unknown", "0")]
    [InlineData("gone", """{"phase":"Succeeded","containerStatuses":[{"name":"c","state":{"terminated":{"exitCode":0,"reason":"Completed"}}}]}""", "0/1", "Completed", "0")]
    public void Cells_OfAPod_SayWhatItDoes(string form, string status, string ready, string text, string restarts)
    {
        var init = form == "i" ? ""","initContainers":[{"name":"i"}]""" : "";
        var gone = form == "gone" ? ""","deletionTimestamp":"2026-01-02T11:59:00Z" """ : "";
        var json = """{"metadata":{"name":"p" """ + gone + """},"spec":{"containers":[{"name":"c"}]""" + init + """},"status":""" + status + "}";
        var pod = ApiJson.Deserialize<Pod>(Encoding.UTF8.GetBytes(json));

        var cells = Catalog.For<Pod>().Cells(pod, s_now);

        Assert.Equal([ready, text, restarts], cells[1..4]);
    }

    [Theory]
    [InlineData("nodes", """{"status":{"conditions":[{"type":"Ready","status":"True"}]}}""", "Status", "Ready")]
    [InlineData("nodes", """{"spec":{"unschedulable":true},"status":{"conditions":[{"type":"Ready","status":"True"}]}}""", "Status", "Ready,SchedulingDisabled")]
    [InlineData("nodes", """{"status":{"conditions":[{"type":"Ready","status":"Unknown"}]}}""", "Status", "NotReady")]
    [InlineData("nodes", """{}""", "Status", "Unknown")]
    [InlineData("nodes", """{"metadata":{"labels":{"node-role.kubernetes.io/worker":"","node-role.kubernetes.io/control-plane":""}}}""", "Roles", "control-plane,worker")]
    [InlineData("services", """{"spec":{"type":"NodePort","ports":[{"port":80,"nodePort":30080,"protocol":"TCP"},{"port":53,"protocol":"UDP"}]}}""", "Port(s)", "80:30080/TCP,53/UDP")]
    [InlineData("services", """{"spec":{"type":"LoadBalancer"}}""", "External-IP", "<pending>")]
    [InlineData("services", """{"spec":{"type":"ExternalName","externalName":"a.example"}}""", "External-IP", "a.example")]
    [InlineData("endpoints", """{"subsets":[{"addresses":[{"ip":"1.1.1.1"},{"ip":"1.1.1.2"},{"ip":"1.1.1.3"},{"ip":"1.1.1.4"}],"ports":[{"port":80}]}]}""", "Endpoints", "1.1.1.1:80,1.1.1.2:80,1.1.1.3:80 + 1 more...")]
    [InlineData("deployments.apps", """{"spec":{"replicas":3},"status":{"readyReplicas":2}}""", "Ready", "2/3")]
    [InlineData("deployments.apps", """{"spec":{"selector":{"matchLabels":{"b":"2","a":"1"},"matchExpressions":[{"key":"c","operator":"In","values":["y","x"]}]}}}""", "Selector", "a=1,b=2,c in (x,y)")]
    [InlineData("events", """{"involvedObject":{"kind":"Pod","name":"p"}}""", "Object", "pod/p")]
    [InlineData("events", """{"lastTimestamp":"2026-01-02T11:59:30Z"}""", "Last Seen", "30s")]
    [InlineData("controllerrevisions.apps", """{"metadata":{"ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment","name":"d","controller":true}]}}""", "Controller", "deployment.apps/d")]
    public void Cell_OfOtherKinds_SaysWhatPeopleLookFor(string kind, string json, string column, string expected)
    {
        var resource = Manifest.ResourceOf(kind);
        var obj = (IKubeObject)ApiJson.Deserialize(Encoding.UTF8.GetBytes(json), resource.Type);
        var index = resource.ColumnDefinitions.Select(c => c.Name).ToList().IndexOf(column);

        Assert.Equal(expected, resource.Cells(obj, s_now)[index]?.ToString());
    }
}
