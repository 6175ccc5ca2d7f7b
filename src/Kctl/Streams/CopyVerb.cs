using Kctl.Api;
using Kctl.App;
using Kctl.CommandLine;

namespace Kctl.Streams;

/// <summary><c>kctl cp</c>.</summary>
internal static class CopyVerb
{
    public static Command Create(Session session)
    {
        var words = Flags.Words("FILE POD:FILE | POD:FILE FILE", "a file or folder of this machine and one of a pod, either way: [[NAMESPACE/]POD:]PATH");
        var container = Flags.Named("--container", "NAME", "the container, where the pod has several", "-c");
        var noPreserve = Flags.Switch("--no-preserve", "leave owners and permissions to the other side");
        return new Verb(
            "cp", "Copies files and folders to a container, or from one. The container's image must have tar.",
            "kctl cp ./site web-1:/srv/site", "kctl cp web-1:/var/log/web.log ./web.log", "kctl cp other/web-1:/etc/hosts /tmp/hosts -c front")
            .With(words, container, noPreserve)
            .Does(async (parse, ct) =>
            {
                if (parse.GetValue(words) is not [var from, var to])
                {
                    throw new CommandException("source and destination are required: kctl cp SOURCE DESTINATION");
                }

                var (source, destination) = (FileSpec.Parse(from), FileSpec.Parse(to));
                if (source.IsRemote == destination.IsRemote)
                {
                    throw new CommandException(source.IsRemote ? "one of src or dest must be a local file specification" : "one of src or dest must be a remote file specification");
                }

                var remote = source.IsRemote ? source : destination;
                var pods = await session.Names.FindAsync("pods", ct);
                var pod = await session.Api.GetAsync(pods.ObjectPath(remote.Namespace ?? session.Namespace, remote.Pod!), ct);
                if (pod.Text("status", "phase") is "Succeeded" or "Failed")
                {
                    throw new CommandException($"cannot exec into a container in a completed pod; current phase is {pod.Text("status", "phase")}");
                }

                var place = new ContainerFiles(session, pod, ContainerChoice.Choose(pod, parse.GetValue(container), session.Error.WriteLine)) { Preserves = !parse.GetValue(noPreserve) };
                await (source.IsRemote ? place.DownloadAsync(source.Path, destination.Path, ct) : place.UploadAsync(source.Path, destination.Path, ct));
            });
    }
}
